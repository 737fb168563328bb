//! For nginx: to be included in `server { … }`.

use super::{ENCODING, KEEP, Lie, PACKED, TYPES, kinds};

pub(super) fn file(places: bool, lie: Lie) -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for nginx. On a host name of its own, in the server's block:\n\
         #     root /srv/eclaire;  index index.html;  error_page 404 /404.html;  include /srv/eclaire/headers/nginx.conf;\n\
         # Below a path of a server that has more, such as /ia/, with the site in the folder /srv/ia:\n\
         #     location = /ia { absolute_redirect off; return 301 /ia/; }\n\
         #     location ^~ /ia/ { root /srv; index index.html; error_page 404 /ia/404.html; include /srv/ia/headers/nginx.conf; }\n\
         # A header that the server adds elsewhere is not inherited by these blocks: add it here.\n\n",
    );
    for kind in kinds(places) {
        let (what, paths) = (kind.what, kind.paths);
        // Quoted, because an expression may hold braces.
        let paths = if paths.is_empty() { "^" } else { paths };
        text += &format!("# {what}\nlocation ~ \"{paths}\" {{\n");
        match lie {
            // Here, not once for all: a server that says it already would refuse to start.
            Lie::Plain => text += &format!("    gzip on; gzip_vary on; gzip_types {PACKED};\n"),
            // Without `always` only of what is there.
            Lie::Packed if kind.may_lie_packed() => {
                text += &format!("    gzip off;\n    add_header {} {};\n", ENCODING.0, ENCODING.1);
            }
            Lie::Packed => text += "    gzip off;\n",
        }
        // A folder without its slash leads to the one with it, on the host that was asked for, not on the one behind a proxy.
        text += "    absolute_redirect off;\n";
        for (name, value) in kind.headers() {
            // Without `always` only what is there is kept.
            let always = if name == KEEP && kind.is_for_ever() { "" } else { " always" };
            text += &format!("    add_header {name} \"{value}\"{always};\n");
        }
        if !kind.is_page() {
            for (ending, kind) in TYPES {
                text += &format!("    location ~ \\.{ending}$ {{ types {{ }} default_type {kind}; }}\n");
            }
        }
        text += "}\n\n";
    }
    text
}
