//! For Caddy 2: to be imported in the site's block.

use super::{COMMON, TYPES, kinds};

pub(super) fn file() -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for Caddy 2. In the site's block:\n\
         #     root * /srv/eclaire\n#     import /srv/eclaire/headers/Caddyfile\n#     file_server\n\n",
    );
    text += "encode zstd gzip\nheader {\n";
    for (name, value) in COMMON {
        text += &format!("\t{name} \"{value}\"\n");
    }
    text += "}\n";
    for (ending, kind) in TYPES {
        text += &format!("header *.{ending} Content-Type {kind}\n");
    }
    let all = kinds();
    for (at, kind) in all.iter().enumerate() {
        let paths = if kind.paths.is_empty() { "^" } else { kind.paths };
        // Each kind but those before it: Caddy would apply all that fit.
        text += &format!("\n# {}\n@eclaire{at} {{\n\tpath_regexp {paths}\n", kind.what);
        for before in &all[..at] {
            text += &format!("\tnot path_regexp {}\n", before.paths);
        }
        text += &format!("}}\nheader @eclaire{at} {{\n");
        for (name, value) in kind.own() {
            text += &format!("\t{name} \"{value}\"\n");
        }
        text += "}\n";
    }
    text
}
