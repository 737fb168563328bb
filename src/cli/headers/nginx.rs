//! For nginx: to be included in `server { … }`.

use super::{PACKED, TYPES, kinds};

pub(super) fn file() -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for nginx. In the server's block, after its root:\n\
         #     root /srv/eclaire;  index index.html;  include /srv/eclaire/headers/nginx.conf;\n\
         # A header that the server adds elsewhere is not inherited by these blocks: add it here.\n\n",
    );
    for kind in kinds() {
        let (what, paths) = (kind.what, kind.paths);
        // Quoted, because an expression may hold braces.
        let paths = if paths.is_empty() { "^" } else { paths };
        text += &format!("# {what}\nlocation ~ \"{paths}\" {{\n");
        // Here, not once for all: a server that says it already would refuse to start.
        text += &format!("    gzip on; gzip_vary on; gzip_types {PACKED};\n");
        for (name, value) in kind.headers() {
            text += &format!("    add_header {name} \"{value}\" always;\n");
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
