//! The headers with which a site is served, and the policy that each page also carries itself.

/// The Content-Security-Policy of a page. Without a script the policy allows none.
pub fn content_policy(with_program: bool) -> String {
    let program =
        if with_program { "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " } else { "" };
    format!(
        "default-src 'none'; {program}style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

/// The headers of every answer of the server. `frame-ancestors` does not work in a page's own policy.
pub(super) fn headers() -> [(&'static str, String); 8] {
    [
        ("content-security-policy", format!("{}; frame-ancestors 'none'", content_policy(true))),
        ("referrer-policy", "no-referrer".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        ("cross-origin-resource-policy", "cross-origin".to_owned()),
        ("access-control-allow-origin", "*".to_owned()),
        ("permissions-policy", PERMISSIONS.to_owned()),
        ("cache-control", "no-cache".to_owned()),
    ]
}

/// What no page of ours ever needs (rule 90).
const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=(), \
    clipboard-read=(), payment=(), usb=(), serial=(), hid=(), idle-detection=(), midi=(), \
    browsing-topics=(), display-capture=()";
