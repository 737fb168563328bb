//! For Microsoft's IIS 8 and later: a `web.config` in the root of the site. Nobody of us has an IIS: written after its documentation.
//!
//! IIS knows no regular expressions without an extension, but folders and files: each kind is named by where it lies.

use super::{COMMON, KEEP, LOADED_BY, POLICY, READ_BY, TYPES, headers};
use std::fmt::Write;

/// Folders and files whose policy is not that of a page, seen from the root of the site.
const PLACES: [&str; 5] = ["embed/", "kiosk/", "kiosk/visit/", "kiosk/sw.js", "eclaire.html"];

/// `scripts` are the files that pages of others load.
pub(super) fn file(places: bool, scripts: &[String]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- The headers of a site of Éclaire, for IIS 8 and later: copy this file to the root of the site. Not tried on an IIS.\n     \
         Nothing is kept for ever here: IIS says that of an absent file too. -->\n<configuration>\n",
    );
    text += "  <system.webServer>\n    <staticContent>\n";
    for (ending, kind) in
        TYPES.into_iter().chain([("bin", "application/octet-stream"), ("json", "application/json")])
    {
        // Writing to a text never fails; whoever has the type already must not have it twice.
        let _ = writeln!(text, "      <remove fileExtension=\".{ending}\" />");
        let _ = writeln!(text, "      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />");
    }
    text += "    </staticContent>\n    <httpProtocol>\n      <customHeaders>\n";
    for (name, value) in COMMON
        .into_iter()
        .chain(headers(places, "/").filter(|(name, _)| [POLICY, KEEP, LOADED_BY].contains(name)))
    {
        add(&mut text, "        ", name, value);
    }
    text += "      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n";
    for place in PLACES.into_iter().chain(scripts.iter().map(String::as_str)) {
        let path = format!("/{place}");
        let _ = writeln!(text, "  <location path=\"{}\">", place.trim_end_matches('/'));
        text += "    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n";
        let own = headers(places, &path).filter(|(name, _)| [POLICY, LOADED_BY, READ_BY].contains(name));
        for (name, value) in own {
            let _ = writeln!(text, "          <remove name=\"{name}\" />");
            add(&mut text, "          ", name, value);
        }
        text += "        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n";
    }
    text + "</configuration>\n"
}

fn add(text: &mut String, indent: &str, name: &str, value: &str) {
    let value = value.replace('&', "&amp;").replace('"', "&quot;");
    *text += &format!("{indent}<add name=\"{name}\" value=\"{value}\" />\n");
}
