//! For lighttpd 1.4: to be included in its configuration.

use super::{KEEP, PACKED, TYPES, kinds};

/// A year, in the words of mod_expire, which speaks only of what is there: 200 and 206.
const A_YEAR: &str = "access plus 365 days";

pub(super) fn file(places: bool) -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for lighttpd 1.4.56 or later. In its configuration:\n\
         #     server.document-root = \"/srv/eclaire\"\n#     index-file.names = (\"index.html\")\n\
         #     server.error-handler = \"/404.html\"\n\
         #     include \"/srv/eclaire/headers/lighttpd.conf\"\n\
         # Below a path of a server that has more, with the site in a folder of its root:\n\
         #     $HTTP[\"url\"] =~ \"^/ia/\" { server.error-handler = \"/ia/404.html\" include \"/srv/www/ia/headers/lighttpd.conf\" }\n\
         # with these modules and types outside of it:\n\
         #     server.modules += (\"mod_setenv\", \"mod_deflate\", \"mod_expire\")\n\n",
    );
    let types = TYPES.map(|(ending, kind)| format!("    \".{ending}\" => \"{kind}\"")).join(",\n");
    text += &format!("mimetype.assign += (\n{types}\n)\n");
    let packed: Vec<String> =
        ["text/html"].into_iter().chain(PACKED.split_whitespace()).map(|one| format!("\"{one}\"")).collect();
    text += &format!("deflate.allowed-encodings = (\"gzip\")\ndeflate.mimetypes = ({})\n", packed.join(", "));
    for (at, kind) in kinds(places).iter().enumerate() {
        let otherwise = if at == 0 { "" } else { "else " };
        let condition = match kind.paths {
            "" => String::new(),
            paths => format!("$HTTP[\"url\"] =~ \"{paths}\" "),
        };
        text += &format!("\n# {}\n{otherwise}{condition}{{\n    setenv.set-response-header = (\n", kind.what);
        let headers = kind.headers().filter(|(name, _)| !(*name == KEEP && kind.is_for_ever()));
        let headers: Vec<_> =
            headers.map(|(name, value)| format!("        \"{name}\" => \"{value}\"")).collect();
        text += &format!("{}\n    )\n", headers.join(",\n"));
        if kind.is_for_ever() {
            text += &format!("    expire.url = (\"\" => \"{A_YEAR}\")\n");
        }
        text += "}\n";
    }
    text
}
