//! For Apache 2.4: a `.htaccess` in the root of the site, or to be included in its `<Directory>`.

use super::{COMMON, ENCODING, KEEP, Lie, NOT_KEPT, PACKED, TYPES, kinds};

pub(super) fn file(places: bool, lie: Lie) -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for Apache 2.4 with mod_headers (a2enmod headers).\n\
         # As .htaccess in the root of the site (AllowOverride FileInfo), or in its <Directory>:\n\
         #     Include /srv/eclaire/headers/apache.conf\n\
         # A page is found by its folder: DirectoryIndex index.html, which is Apache's own default.\n\
         # What is shown where there is nothing; below a path, with the path: /ia/404.html.\n\
         ErrorDocument 404 /404.html\n\n",
    );
    for (ending, kind) in TYPES {
        text += &format!("AddType {kind} .{ending}\n");
    }
    text += &match lie {
        Lie::Plain => format!(
            "\n<IfModule mod_deflate.c>\n    AddOutputFilterByType DEFLATE text/html {PACKED}\n</IfModule>\n\n"
        ),
        // What the server packs by itself would be packed twice.
        Lie::Packed => "\n<IfModule mod_env.c>\n    SetEnv no-gzip 1\n</IfModule>\n\n".to_owned(),
    };
    // mod_deflate changes an ETag, and then no answer is ever 304: the date of the file is enough.
    text += "FileETag None\n\n";
    for (name, value) in COMMON {
        text += &set("", name, value);
    }
    for (at, kind) in kinds(places).iter().enumerate() {
        let open = match (at, kind.paths) {
            (0, paths) => format!("<If \"%{{REQUEST_URI}} =~ m#{paths}#\">"),
            (_, "") => "<Else>".to_owned(),
            (_, paths) => format!("<ElseIf \"%{{REQUEST_URI}} =~ m#{paths}#\">"),
        };
        let close = open.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
        text += &format!("\n# {}\n{open}\n", kind.what);
        for (name, value) in kind.own() {
            text += &set("    ", name, value);
        }
        if kind.is_for_ever() {
            text += &format!(
                "    Header always set {KEEP} \"{NOT_KEPT}\" \"expr=%{{REQUEST_STATUS}} -ge 400\"\n"
            );
        }
        if lie == Lie::Packed && kind.may_lie_packed() {
            // Only of what is there.
            let (name, value) = ENCODING;
            text += &format!("    Header set {name} {value} \"expr=%{{REQUEST_STATUS}} -lt 300\"\n");
        }
        text += &format!("</{close}>\n");
    }
    text
}

fn set(indent: &str, name: &str, value: &str) -> String {
    format!("{indent}Header always set {name} \"{value}\"\n")
}
