//! The shells that Trunk made (`src/index.html`, `src/reader.html` …), and what is put into them.

use super::{Asset, Trouble};

/// A link to the program that a page loads, with the files that its start fetches: the name of each in `data-…`, and the
/// file.
pub(super) fn program_link(page: &str, module: &Asset, files: &[(&str, &Asset)]) -> String {
    let mut link = format!(
        r#"<link rel="modulepreload" href="{}" integrity="{}""#,
        module.seen_from(page),
        module.integrity
    );
    for (name, file) in files {
        let address = file.seen_from(page);
        link += &format!(r#" data-{name}="{address}" data-{name}-integrity="{}""#, file.integrity);
    }
    link + ">"
}

/// The script that starts the program of a page.
pub(super) fn start_script(page: &str, boot: &Asset) -> String {
    let (address, integrity) = (boot.seen_from(page), &boot.integrity);
    format!(r#"<script type="module" src="{address}" integrity="{integrity}"></script>"#)
}

/// The link to a style of a page. `crossorigin`, because in a sandboxed frame every file is another's.
pub(super) fn style_link(page: &str, style: &Asset) -> String {
    let (address, integrity) = (style.seen_from(page), &style.integrity);
    format!(r#"<link rel="stylesheet" href="{address}" integrity="{integrity}" crossorigin>"#)
}

/// The shell with links of its own in place of Trunk's; an empty one takes Trunk's away.
pub(super) fn with_links(shell: &str, program: &str, start: &str, style: &str) -> Result<String, Trouble> {
    let mut html = shell.to_owned();
    replace_tag(&mut html, r#"<link rel="modulepreload""#, ">", program)?;
    replace_tag(&mut html, r#"<script type="module" src="boot.js""#, "</script>", start)?;
    replace_tag(&mut html, r#"<link rel="stylesheet""#, ">", style)?;
    Ok(html)
}

/// Without empty lines.
pub(super) fn tidy(html: &str) -> String {
    html.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// A text that may stand in an element or in an attribute.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Replaces the one element that begins with `start` and ends with `end`.
pub(super) fn replace_tag(html: &mut String, start: &str, end: &str, with: &str) -> Result<(), Trouble> {
    let missing = || {
        Trouble::new(
            format!("the page that Trunk made has no {start} … {end}"),
            "Compare src/*.html and trunk.toml with the repository's.",
        )
    };
    let from = html.find(start).ok_or_else(missing)?;
    let to = html[from..].find(end).ok_or_else(missing)? + from + end.len();
    html.replace_range(from..to, with);
    Ok(())
}
