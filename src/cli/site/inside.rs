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
    pub(super) style: String,
    pub(super) wasm: String,
    pub(super) icon: String,
    /// `'sha256-…'` of the script, as a policy names it.
    pub(super) script_hash: String,
    /// The same of the style.
    pub(super) style_hash: String,
}

impl Inside {
    /// Takes the program and this style from a release.
    ///
    /// # Errors
    /// If something is missing, or would end the element in which it is to lie.
    pub(super) fn of(release: &Release, style: &Style) -> Result<Inside, Trouble> {
        let script = release.joined(&["app.js", "door.js", "door-patient.js", "boot-inside.js"])?;
        let script = format!("\n{script}");
        let style = style.joined(release)?;
        for (text, end) in [(&script, "</script"), (&script, "<!--"), (&style, "</style")] {
            if text.contains(end) {
                let next = "Write it otherwise: it cannot stand inside a page.";
                return Err(Trouble::new(format!("a script or a style has {end} in it"), next));
            }
        }
        let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
        Ok(Inside {
            script_hash: hash(&script),
            style_hash: hash(&style),
            wasm: BASE64_STANDARD.encode(release.bytes("app_bg.wasm")?),
            icon: BASE64_STANDARD.encode(release.bytes("icon.svg")?),
            script,
            style,
        })
    }

    /// What such a page may do: run its own script and Wasm, show its own style and pictures that lie in it. Nothing else.
    pub(super) fn policy(&self) -> String {
        let (script, style) = (&self.script_hash, &self.style_hash);
        format!(
            "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; \
             connect-src 'none'; base-uri 'none'; form-action 'none'"
        )
    }

    /// The same of a page without a script.
    pub(super) fn policy_without_script(&self) -> String {
        let style = &self.style_hash;
        format!("default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'")
    }

    /// The icon, in the page.
    pub(super) fn icon_link(&self) -> AnyView {
        let address = format!("data:image/svg+xml;base64,{}", self.icon);
        view! { <link rel="icon" type="image/svg+xml" href=address /> }.into_any()
    }

    /// The style, in the page.
    pub(super) fn style(&self) -> AnyView {
        view! { <style inner_html=self.style.clone()></style> }.into_any()
    }
}
