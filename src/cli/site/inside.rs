//! What goes into every page that has everything inside (rules 84 and 86), whatever the register: program, style and their hashes.

use super::Trouble;
use super::release::Release;
use super::styles::Style;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

/// The parts of a release that such a page has in it: made once.
pub(super) struct Inside {
    pub(super) script: String,
    pub(super) style: StyleInside,
    pub(super) wasm: String,
    pub(super) icon: Icon,
    /// `'sha256-…'` of the script, as a policy names it.
    pub(super) script_hash: String,
}

/// A style that lies in a page.
pub(super) struct StyleInside {
    pub(super) text: String,
    /// `'sha256-…'`, as a policy names it.
    pub(super) hash: String,
}

impl StyleInside {
    /// # Errors
    /// If it would end the element in which it is to lie.
    pub(super) fn of(text: String) -> Result<StyleInside, Trouble> {
        without(&text, "</style")?;
        Ok(StyleInside { hash: hash(&text), text })
    }

    /// The style, in the page.
    pub(super) fn element(&self) -> AnyView {
        view! { <style inner_html=self.text.clone()></style> }.into_any()
    }
}

/// The icon of a page, in the page: some browsers ask for a file anew whenever somebody follows a link inside the page.
pub(super) struct Icon(String);

impl Icon {
    /// # Errors
    /// If the release has none.
    pub(super) fn of(release: &Release) -> Result<Icon, Trouble> {
        Ok(Icon(format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(release.bytes("icon.svg")?))))
    }

    /// The link to it.
    pub(super) fn link(&self) -> AnyView {
        view! { <link rel="icon" type="image/svg+xml" href=self.0.clone() /> }.into_any()
    }
}

/// `'sha256-…'` of what lies in an element, as a policy names it.
pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// What would end its element, or make something else of it, cannot lie in a page.
pub(super) fn without(text: &str, end: &str) -> Result<(), Trouble> {
    if text.contains(end) {
        let next = "Write it otherwise: it cannot stand inside a page.";
        return Err(Trouble::new(format!("a script or a style has {end} in it"), next));
    }
    Ok(())
}

impl Inside {
    /// Takes the program and this style from a release.
    ///
    /// # Errors
    /// If something is missing, or would end the element in which it is to lie.
    pub(super) fn of(release: &Release, style: &Style) -> Result<Inside, Trouble> {
        let parts =
            ["app.js", "door.js", "door-patient.js", "whole.js", "how.js", "readings.js", "boot-inside.js"];
        let script = format!("\n{}", release.joined(&parts)?);
        ["</script", "<!"].into_iter().try_for_each(|end| without(&script, end))?;
        Ok(Inside {
            script_hash: hash(&script),
            style: StyleInside::of(style.joined(release)?)?,
            wasm: BASE64_STANDARD.encode(release.bytes("app_bg.wasm")?),
            icon: Icon::of(release)?,
            script,
        })
    }

    /// The same sums, and nothing inside: what is put there comes from files of the site.
    pub(super) fn emptied(self) -> Inside {
        let style = StyleInside { text: String::new(), ..self.style };
        Inside { script: String::new(), style, wasm: String::new(), ..self }
    }

    /// What such a page may do: run its own script and Wasm, show its own style and pictures that lie in it. Nothing else.
    pub(super) fn policy(&self) -> String {
        let (script, style) = (&self.script_hash, &self.style.hash);
        format!(
            "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; \
             connect-src 'none'; base-uri 'none'; form-action 'none'"
        )
    }

    /// The same of a page without a script.
    pub(super) fn policy_without_script(&self) -> String {
        let style = &self.style.hash;
        format!("default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'")
    }
}
