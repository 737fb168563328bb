//! The headers with which a site is served: one table, by path. `eclaire serve` sends it, and every site carries it in the
//! languages of the servers that people have (`headers/` in the site).
//!
//! Pages carry their own policy too, so that a server without any of this is safe; a header adds what a page cannot say of
//! itself: who may frame it, and what the browser may keep.

mod apache;
mod caddy;
mod iis;
mod lighttpd;
mod nginx;
mod static_hosts;

use regex::Regex;
use std::sync::OnceLock;

/// The Content-Security-Policy of a page. Without a script the policy allows none. `style` is what it may look like beside styles of the
/// site's own: the sum of the style that lies in it, or nothing.
pub fn content_policy(with_program: bool, style: &str) -> String {
    let program =
        if with_program { "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " } else { "" };
    let style = format!("style-src 'self' {style}");
    let style = style.trim_end();
    format!("default-src 'none'; {program}{style}; img-src 'self' data:; base-uri 'none'; form-action 'none'")
}

/// What a header says of the style in a living page: the page's own policy, which holds beside it, names its sum.
const STYLE_INSIDE: &str = "'unsafe-inline'";

/// How the files of a site lie on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lie {
    /// As they are. A server may pack them on the way.
    Plain,
    /// Packed with gzip, under the names they have anyway. The server says so.
    Packed,
}

/// The paths that never lie packed: what servers and people read on the disk (`headers/`, the sums, by having no ending). Addresses
/// that lead to one with a slash at its end look the same.
const NEVER_PACKED: &str = r"/(headers/[^/]+|[^/.]+)$";

/// What is shown where there is nothing: with an answer of which no server says that it is packed.
const NOTHING_THERE: &str = r"/404\.html$";

/// What the embeds of a site of many places fetch, beside pages: program, glue, style, kit, and what the kit lacks of a language (`en`).
const FETCHED: &str = r"/(app|embed|inside|notice|[a-z][a-z])\.[0-9a-f]{16}\.(bin|css|js|txt|wasm)$";

/// One kind of file.
struct Kind {
    /// What it is, for those who read the files of headers.
    what: &'static str,
    /// Its paths, as a regular expression that all these servers read. A site may lie below any folder.
    paths: &'static str,
    /// The Content-Security-Policy.
    policy: String,
    /// How long the browser may keep it.
    keep: &'static str,
    /// What a window of its own is to it. `None` for pages that are made for frames: there it is an empty frame in Chromium 83.
    opener: Option<&'static str>,
    /// Whose pages may load it.
    loaded_by: LoadedBy,
}

/// Whose pages may load a file. Our own, if nothing speaks against it: any other could read an intranet's pages through the browser
/// of somebody who works there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LoadedBy {
    /// Those of its own origin.
    Own,
    /// Every page may frame it, and none may read it.
    Frames,
    /// Every page may load it, and read it: its integrity is checked, which browsers do of no other file of another origin.
    All,
}

/// Who may frame a page: nobody.
const NOBODY: &str = "frame-ancestors 'none'";
/// Who may frame a page: everybody, and whoever does is shut off from it. The host's own `sandbox` may be lost on its way through
/// an editor; this one is not.
const EVERYBODY: &str = "frame-ancestors *; sandbox allow-scripts allow-modals";
/// The sandbox of a page that a kiosk shows in a frame, also when somebody opens it alone.
const ALONE: &str = "sandbox allow-scripts allow-modals; ";
/// The name tells the bytes: never asked for again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Asked for every time whether it is still the same.
const ASK_AGAIN: &str = "no-cache";
/// The same, and nobody on the way may change it: hidden addresses, minified text, scripts put in. A page's sums would no longer fit, and
/// patients would read what nobody here has written.
const AS_IT_IS: &str = "no-cache, no-transform";
/// What is not there may be there in a moment: whoever opens the page while a new version is copied must not keep its absence.
const NOT_KEPT: &str = "no-store";

/// The kinds of files; the first whose paths fit is the one. What lies in no site today may lie in one tomorrow.
/// `places`: of a site of many places, whose embeds fetch what is the same for all, and the texts: in a frame that is of no origin, so
/// that whoever likes may read these files. Such a site is made for the public.
fn kinds(places: bool) -> Vec<Kind> {
    let single = if places { "" } else { "connect-src 'none'; " };
    let read_by = if places { LoadedBy::All } else { LoadedBy::Own };
    let page = |framed: &str, with_program| {
        let style = if with_program { STYLE_INSIDE } else { "" };
        format!("{}; {framed}", content_policy(with_program, style))
    };
    // Their own policies name the sums of what is inside, which no table knows: a header that allows less would stop them.
    let framed = |more: &str, who: &str| format!("base-uri 'none'; form-action 'none'; {more}{who}");
    let whole = |more: &str| framed(more, NOBODY);
    let data = |more: &str| format!("default-src 'none'; {}", whole(more));
    let kind = |what, paths, policy, keep| Kind {
        what,
        paths,
        policy,
        keep,
        opener: Some("same-origin"),
        loaded_by: LoadedBy::Own,
    };
    let in_frame = |what, paths, policy, loaded_by| Kind {
        opener: None,
        loaded_by,
        ..kind(what, paths, policy, AS_IT_IS)
    };
    let script = |what, paths, keep| Kind { loaded_by: LoadedBy::All, ..kind(what, paths, data(""), keep) };
    let fetched = script("what an embed fetches", FETCHED, FOR_EVER);
    let mut all = vec![
        script(
            "the script that makes an embed on the pages of others",
            r"/embed\.[0-9a-f]{16}\.js$",
            FOR_EVER,
        ),
        script("the same, under a name that stays", r"/embed\.js$", ASK_AGAIN),
        kind("named after its bytes", r"\.[0-9a-f]{16}\.[a-z0-9]+$", data(""), FOR_EVER),
        kind(
            "the kiosk's service worker: it fetches the files of its list",
            r"/kiosk/sw\.js$",
            data("connect-src 'self'; "),
            ASK_AGAIN,
        ),
        kind("the kiosk", r"/kiosk/(index\.html)?$", whole(""), AS_IT_IS),
        in_frame(
            "a visit in the kiosk's frame",
            r"/kiosk/visit/(index\.html)?$",
            whole(ALONE),
            LoadedBy::Own,
        ),
        // It is shown at whatever address was asked for.
        kind("what is shown where there is nothing", NOTHING_THERE, whole("connect-src 'none'; "), AS_IT_IS),
        // In a site of many places it is made at its address.
        kind("the page as a single file", r"/eclaire\.html$", whole(single), AS_IT_IS),
        // In a site of many places it fetches what belongs inside, and then forbids itself to.
        in_frame("a page for frames", r"/embed/(index\.html)?$", framed(single, EVERYBODY), LoadedBy::Frames),
        in_frame(
            "the same without a script, in each language",
            r"/embed/(ar|en|es|fr|pt|ro|ru|tr)/(simple/)?(index\.html)?$",
            framed("connect-src 'none'; ", EVERYBODY),
            LoadedBy::Frames,
        ),
        kind("a poster", r"/poster/([a-z0-9]+/)*(index\.html)?$", page(NOBODY, false), AS_IT_IS),
        Kind {
            loaded_by: read_by,
            ..kind(
                "a page without a script",
                r"/(ar|en|es|fr|pt|ro|ru|tr)/(simple/)?(index\.html)?$",
                page(NOBODY, false),
                AS_IT_IS,
            )
        },
        kind("every picture", r"/pictures/(index\.html)?$", page(NOBODY, false), AS_IT_IS),
        kind("what a data protection officer reads", r"/dpo/(index\.html)?$", page(NOBODY, false), AS_IT_IS),
        kind("the accessibility statement", r"/accessibility/(index\.html)?$", page(NOBODY, false), AS_IT_IS),
        kind("what explains exports to software", r"/fhir/(index\.html)?$", page(NOBODY, false), AS_IT_IS),
        kind("a page, of patients or of staff", r"/(index\.html)?$", page(NOBODY, true), AS_IT_IS),
        kind("what never lies packed, and folders without their slash", NEVER_PACKED, data(""), ASK_AGAIN),
        kind("anything else", "", data(""), ASK_AGAIN),
    ];
    if places {
        all.insert(0, fetched);
    }
    all
}

/// What every answer carries.
const COMMON: [(&str, &str); 4] = [
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    // Chrome 152 and later; on every answer, or one page without it would be the way out (rule 88).
    ("Connection-Allowlist", "(response-origin)"),
    // What no page of ours ever needs (rule 90): all that Chromium 156 knows, but for reading aloud (autoplay), copying, a whole
    // screen and a tablet that stays awake, and what it tells servers of itself anyway.
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=(), \
         clipboard-read=(), payment=(), usb=(), serial=(), hid=(), idle-detection=(), midi=(), \
         browsing-topics=(), display-capture=(), local-network-access=(), on-device-speech-recognition=(), \
         captured-surface-control=(), compute-pressure=(), cross-origin-isolated=(), deferred-fetch=(), \
         deferred-fetch-minimal=(), digital-credentials-create=(), digital-credentials-get=(), encrypted-media=(), gamepad=(), \
         identity-credentials-get=(), interest-cohort=(), keyboard-map=(), language-detector=(), language-model=(), \
         local-fonts=(), local-network=(), loopback-network=(), otp-credentials=(), picture-in-picture=(), \
         private-state-token-issuance=(), private-state-token-redemption=(), publickey-credentials-create=(), \
         publickey-credentials-get=(), speaker-selection=(), storage-access=(), summarizer=(), sync-xhr=(), translator=(), \
         window-management=(), xr-spatial-tracking=()",
    ),
];

const POLICY: &str = "Content-Security-Policy";
const KEEP: &str = "Cache-Control";
/// What a server says of what lies packed.
pub(super) const ENCODING: (&str, &str) = ("Content-Encoding", "gzip");
const OPENER: &str = "Cross-Origin-Opener-Policy";
const LOADED_BY: &str = "Cross-Origin-Resource-Policy";
const READ_BY: &str = "Access-Control-Allow-Origin";

/// The types that not every server knows.
const TYPES: [(&str, &str); 2] = [("wasm", "application/wasm"), ("webmanifest", "application/manifest+json")];

/// The types, beside HTML, that become a third to a fifth of their bytes on the way (rule 79).
const PACKED: &str = "text/css text/plain text/javascript application/javascript application/json application/wasm \
                      application/manifest+json image/svg+xml";

impl Kind {
    /// Whether people open it.
    fn is_page(&self) -> bool {
        self.paths.ends_with("html)?$") || self.paths.ends_with("html$")
    }

    /// Whether files of this kind are never asked for again.
    fn is_for_ever(&self) -> bool {
        self.keep == FOR_EVER
    }

    /// Whether files of this kind lie packed in a site that does.
    fn may_lie_packed(&self) -> bool {
        ![NEVER_PACKED, NOTHING_THERE].contains(&self.paths)
    }

    /// The headers of files of this kind that others have otherwise, or not.
    fn own(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let opener = self.opener.map(|opener| (OPENER, opener));
        let own = self.loaded_by == LoadedBy::Own;
        let loaded_by = (LOADED_BY, if own { "same-origin" } else { "cross-origin" });
        let read_by = (self.loaded_by == LoadedBy::All).then_some((READ_BY, "*"));
        let policy = (POLICY, self.policy.as_str());
        [policy, (KEEP, self.keep), loaded_by].into_iter().chain(opener).chain(read_by)
    }

    /// All headers of a file of this kind.
    fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.own().chain(COMMON)
    }
}

/// The headers of the answer to a request for this path. What is kept for ever is the file: an answer that is none (`is_there` is
/// false), such as the way to another address, is not kept.
pub(super) fn headers_of(
    places: bool,
    path: &str,
    is_there: bool,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let keep = move |value| if value == FOR_EVER && !is_there { NOT_KEPT } else { value };
    headers(places, path).map(move |(name, value)| (name, keep(value)))
}

/// Whether a file with this path, from the root of a site, may lie packed.
pub(super) fn may_lie_packed(path: &str) -> bool {
    kind_of(false, &format!("/{path}")).is_none_or(Kind::may_lie_packed)
}

/// Whether the name of a file tells its bytes.
pub(super) fn is_kept_for_ever(path: &str) -> bool {
    kind_of(false, &format!("/{path}")).is_some_and(Kind::is_for_ever)
}

/// What every answer carries, whatever it is.
pub(super) fn everywhere() -> impl Iterator<Item = (&'static str, &'static str)> {
    COMMON.into_iter()
}

/// The table, for people: what each kind of file is, and the headers that others have otherwise, or not.
pub(super) fn table(places: bool) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let own = |kind: &Kind| kind.own().map(|(name, value)| (name, value.to_owned())).collect();
    kinds(places).iter().map(|kind| (kind.what, own(kind))).collect()
}

/// The headers of a file with this path.
fn headers(places: bool, path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    kind_of(places, path).into_iter().flat_map(Kind::headers)
}

/// The kind of a file with this path.
fn kind_of(places: bool, path: &str) -> Option<&'static Kind> {
    static TABLES: [OnceLock<Vec<(Regex, Kind)>>; 2] = [OnceLock::new(), OnceLock::new()];
    let table = TABLES[usize::from(places)].get_or_init(|| {
        // The expressions are constants, and a test below reads every one of them.
        kinds(places).into_iter().filter_map(|kind| Some((Regex::new(kind.paths).ok()?, kind))).collect()
    });
    table.iter().find(|(paths, _)| paths.is_match(path)).map(|(_, kind)| kind)
}

/// The files that carry the table in a site: name and text. `places` says that the site holds several; `files` are the paths
/// of its files.
pub(super) fn files<'a>(
    places: bool,
    lie: Lie,
    files: impl Iterator<Item = &'a str>,
) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("headers/nginx.conf", nginx::file(places, lie)),
        ("headers/apache.conf", apache::file(places, lie)),
        ("headers/Caddyfile", caddy::file(places, lie)),
    ];
    // The others cannot say of what is there, and of nothing else, that it is packed.
    if lie == Lie::Plain {
        let files: Vec<&str> = files.collect();
        let is_read = |file: &&str| headers(places, &format!("/{file}")).any(|(name, _)| name == READ_BY);
        let scripts: Vec<String> = files.iter().copied().filter(is_read).map(str::to_owned).collect();
        all.push(("headers/lighttpd.conf", lighttpd::file(places)));
        all.push(("headers/web.config", iis::file(places, &scripts)));
        all.push(("headers/_headers", static_hosts::file(places, files.into_iter())));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{KEEP, LOADED_BY, OPENER, POLICY, READ_BY, Regex, headers, kinds};

    const FRAMED: [&str; 6] = [
        "/embed/",
        "/embed/index.html",
        "/cabinet/embed/",
        "/embed/fr/",
        "/embed/en/simple/",
        "/ia/cabinet/embed/ar/",
    ];

    fn header(path: &str, name: &str) -> String {
        headers(false, path)
            .find(|(one, _)| *one == name)
            .map(|(_, value)| value.to_owned())
            .unwrap_or_default()
    }

    /// A page in Spanish had the policy of a page with a script, and its embed could stand in no frame.
    #[test]
    fn a_page_in_any_language_is_one_without_a_script_and_its_embed_stands_in_a_frame() {
        for language in crate::content::Language::ALL.map(|one| one.code()) {
            for path in [format!("/{language}/"), format!("/ia/{language}/index.html")] {
                assert_eq!(header(&path, POLICY), header("/fr/", POLICY), "{path}");
            }
            let embed = format!("/embed/{language}/");
            assert_eq!(header(&embed, POLICY), header("/embed/fr/", POLICY), "{embed}");
        }
    }

    #[test]
    fn every_path_has_a_kind() {
        assert!(kinds(true).iter().chain(&kinds(false)).all(|kind| Regex::new(kind.paths).is_ok()));
        assert!(kinds(true).last().is_some_and(|kind| kind.paths.is_empty()), "the last fits everything");
    }

    #[test]
    fn who_may_frame_what() {
        for path in FRAMED {
            assert!(header(path, POLICY).contains("frame-ancestors *"), "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/cabinet/",
            "/reader/",
            "/practice/",
            "/register/",
            "/kiosk/",
            "/kiosk/visit/",
            "/fr/",
        ] {
            assert!(header(path, POLICY).contains("frame-ancestors 'none'"), "{path}");
        }
        assert!(header("/poster/fr/", POLICY).ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn whatever_may_be_framed_is_shut_off_by_its_own_answer() {
        for path in FRAMED.iter().chain(&["/kiosk/visit/", "/a/kiosk/visit/index.html"]) {
            let policy = header(path, POLICY);
            assert!(policy.contains("sandbox allow-scripts allow-modals"), "{path}: {policy}");
            // What would undo it, or let somebody out of the frame.
            for word in ["allow-same-origin", "allow-popups", "allow-top-navigation", "allow-downloads"] {
                assert!(!policy.contains(word), "{path}: {policy}");
            }
            assert_eq!(header(path, OPENER), "", "{path}: an empty frame in Chromium 83");
        }
        for kind in kinds(true).iter().filter(|kind| kind.policy.contains("frame-ancestors *")) {
            assert!(kind.policy.contains("; sandbox "), "{}", kind.what);
        }
        for path in
            ["/", "/fr/", "/reader/", "/kiosk/", "/eclaire.html", "/app.33c2dac276940bd0.js", "/nowhere"]
        {
            assert_eq!(header(path, OPENER), "same-origin", "{path}");
            assert!(!header(path, POLICY).contains("sandbox"), "{path}");
        }
    }

    #[test]
    fn nobody_elses_page_reads_a_page_or_a_register_and_only_what_a_host_loads_is_for_all() {
        for path in
            ["/", "/fr/", "/register.json", "/reader/blanks.json", "/kiosk/", "/kiosk/visit/", "/icon.svg"]
        {
            assert_eq!(
                (header(path, READ_BY), header(path, LOADED_BY)),
                (String::new(), "same-origin".into()),
                "{path}"
            );
        }
        for path in FRAMED {
            assert_eq!(
                (header(path, READ_BY), header(path, LOADED_BY)),
                (String::new(), "cross-origin".into()),
                "{path}"
            );
        }
        for path in ["/embed.js", "/ia/embed.33c2dac276940bd0.js"] {
            assert_eq!(
                (header(path, READ_BY), header(path, LOADED_BY)),
                ("*".into(), "cross-origin".into()),
                "{path}"
            );
        }
    }

    #[test]
    fn what_is_named_after_its_bytes_is_kept_and_nothing_else() {
        for path in ["/app.33c2dac276940bd0.wasm", "/a/b/others.33c2dac276940bd0.html"] {
            assert!(header(path, KEEP).contains("immutable"), "{path}");
        }
        for path in ["/kiosk/sw.js", "/embed.js", "/reader/blanks.json", "/app.33c2.wasm"] {
            assert_eq!(header(path, KEEP), "no-cache", "{path}");
        }
    }

    /// A host on the way had hidden the officer's address as "[email protected]", minified a page and put a script in.
    #[test]
    fn nobody_on_the_way_may_change_a_page() {
        for kind in kinds(true).iter().chain(&kinds(false)) {
            let is_named_after_bytes = kind.paths.contains("[0-9a-f]{16}");
            assert_eq!(
                kind.keep.contains("no-transform"),
                kind.is_page() && !is_named_after_bytes,
                "{}",
                kind.what
            );
        }
        for path in [
            "/",
            "/fr/",
            "/embed/",
            "/kiosk/",
            "/reader/",
            "/eclaire.html",
            "/404.html",
            "/dpo/",
            "/accessibility/",
        ] {
            assert_eq!(header(path, KEEP), "no-cache, no-transform", "{path}");
        }
    }

    #[test]
    fn what_can_be_asked_of_a_device_is_refused_but_for_what_pages_do() {
        let said = header("/", "Permissions-Policy");
        let refused: Vec<&str> = said.split(", ").filter_map(|one| one.strip_suffix("=()")).collect();
        assert_eq!(refused.len(), said.split(", ").count(), "{said}");
        for needed in ["autoplay", "clipboard-write", "fullscreen", "screen-wake-lock"] {
            assert!(!refused.contains(&needed), "{needed}");
        }
        let mut once = refused.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), refused.len(), "each once");
    }

    #[test]
    fn scripts_run_on_living_pages_only() {
        for path in ["/", "/reader/"] {
            assert!(header(path, POLICY).contains("script-src 'self' 'wasm-unsafe-eval'"), "{path}");
        }
        for path in ["/fr/", "/fhir/", "/poster/en/a3/", "/register.json", "/app.33c2dac276940bd0.js"] {
            assert!(!header(path, POLICY).contains("script-src"), "{path}");
        }
    }
}
