//! For Caddy 2: to be imported in the site's block.

use super::{COMMON, ENCODING, KEEP, Lie, NOT_KEPT, PACKED, TYPES, kinds};

pub(super) fn file(places: bool, lie: Lie) -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for Caddy 2. On a host name of its own, in the site's block:\n\
         #     handle {\n#         root * /srv/eclaire\n#         import /srv/eclaire/headers/Caddyfile\n#         file_server\n#     }\n\
         # and, for what is shown where there is nothing,\n#     handle_errors {\n#         @lost expression {err.status_code} == 404\n\
         #         route @lost {\n#             rewrite * /404.html\n#             root * /srv/eclaire\n\
         #             import /srv/eclaire/headers/Caddyfile\n#             file_server\n#         }\n#     }\n\
         # Below a path of a site that has more, such as /ia/, with the site in the folder /srv/ia:\n\
         #     redir /ia /ia/\n#     handle /ia/* {\n#         root * /srv\n\
         #         import /srv/ia/headers/Caddyfile\n#         file_server\n#     }\n\
         # and in handle_errors the same with the path: `path /ia/*` beside the expression, rewrite * /ia/404.html, root * /srv.\n\n",
    );
    if lie == Lie::Plain {
        // By itself Caddy packs no Wasm.
        text += "encode {\n\tzstd\n\tgzip\n\tmatch {\n";
        // What comes after the type is how letters are written.
        let others =
            PACKED.split_whitespace().filter(|one| !one.starts_with("text/")).map(|one| format!("{one}*"));
        for packed in ["text/*".to_owned()].into_iter().chain(others) {
            text += &format!("\t\theader Content-Type {packed}\n");
        }
        text += "\t}\n}\n";
    }
    text += "header {\n";
    for (name, value) in COMMON {
        text += &format!("\t{name} \"{value}\"\n");
    }
    text += "}\n";
    for (ending, kind) in TYPES {
        // At the end: the file server takes a type away that it does not know.
        text +=
            &format!("@{ending} path *.{ending}\nheader @{ending} {{\n\tContent-Type {kind}\n\tdefer\n}}\n");
    }
    let all = kinds(places);
    for (at, kind) in all.iter().enumerate() {
        let paths = if kind.paths.is_empty() { "^" } else { kind.paths };
        // Each kind but those before it: Caddy would apply all that fit.
        text += &format!("\n# {}\n@eclaire{at} {{\n\tpath_regexp {paths}\n", kind.what);
        for before in &all[..at] {
            text += &format!("\tnot path_regexp {}\n", before.paths);
        }
        text += &format!("}}\nheader @eclaire{at} {{\n");
        for (name, value) in kind.own() {
            let value = if name == KEEP && kind.is_for_ever() { NOT_KEPT } else { value };
            text += &format!("\t{name} \"{value}\"\n");
        }
        text += "}\n";
        let packed = lie == Lie::Packed && kind.may_lie_packed();
        if kind.is_for_ever() || packed {
            text += &format!("@eclaire{at}there {{\n\tpath_regexp {paths}\n");
            for before in &all[..at] {
                text += &format!("\tnot path_regexp {}\n", before.paths);
            }
            text += "\tfile {path} {path}/index.html\n}\n";
        }
        // Only what is there is kept, and lies packed.
        if kind.is_for_ever() {
            text += &format!("header @eclaire{at}there {KEEP} \"{}\"\n", kind.keep);
        }
        if packed {
            text += &format!("header @eclaire{at}there {} {}\n", ENCODING.0, ENCODING.1);
        }
    }
    text
}
