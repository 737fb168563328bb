//! The server while one edits: the same answers as `eclaire serve`, with a script in those pages that may run one of ours. It
//! reloads the page when it has been drawn anew. Nothing of it is ever written into a site.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, IF_MODIFIED_SINCE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// What the script is.
const RELOAD: &str = include_str!("reload.js");

/// How long an answer waits for a change before the page asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The largest page there is, with room to spare.
const LARGEST: usize = 64 * 1024 * 1024;

/// Adds to the answers of a server what reloads its pages. `state` is the name of what is shown now.
pub(super) fn reloading(site: Router, state: Receiver<String>) -> Router {
    let script = || async { ([(CONTENT_TYPE, "text/javascript")], RELOAD) };
    let pages = site.layer(from_fn_with_state(state.clone(), with_script));
    Router::new()
        .route("/watch/reload.js", get(script))
        .route("/watch/after/{seen}", get(after))
        .with_state(state)
        .fallback_service(pages)
}

/// Answers with the name of what is shown, once it is another than the one seen.
async fn after(Path(seen): Path<String>, State(mut state): State<Receiver<String>>) -> String {
    // Either it has changed or it is time to ask again: the answer is the same.
    let _ = tokio::time::timeout(PATIENCE, state.wait_for(|now| *now != seen)).await;
    state.borrow().clone()
}

/// The answer; a page that may run a script of ours has the one that reloads it.
async fn with_script(State(state): State<Receiver<String>>, mut request: Request, next: Next) -> Response {
    // Before the page is read: if it changes meanwhile, it is loaded once more.
    let seen = state.borrow().clone();
    request.headers_mut().remove(IF_MODIFIED_SINCE);
    let answer = next.run(request).await;
    if !may_run_a_script(answer.headers()) {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    let Ok(page) = to_bytes(body, LARGEST).await else {
        head.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Response::from_parts(head, Body::empty());
    };
    let tag = format!("<script src=\"/watch/reload.js\" data-seen=\"{seen}\"></script></head>");
    let page = String::from_utf8_lossy(&page).replacen("</head>", &tag, 1);
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(page.len()));
    head.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(head, Body::from(page))
}

fn may_run_a_script(headers: &HeaderMap) -> bool {
    let says = |name: HeaderName, what: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(what))
    };
    says(CONTENT_TYPE, "text/html") && says(CONTENT_SECURITY_POLICY, "script-src 'self'")
}

#[cfg(test)]
mod tests {
    use super::reloading;
    use crate::cli::serve::{router, runtime};
    use std::fs;
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};

    fn get(address: SocketAddr, path: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_page_that_may_run_a_script_is_answered_with_the_one_that_reloads_it_and_no_file_changes() {
        let site = std::env::temp_dir().join(format!("eclaire-watch-{}", std::process::id()));
        let page = "<!doctype html><html><head><title>Éclaire</title></head><body>{}</body></html>";
        for (path, text) in [("index.html", page), ("fr/index.html", page), ("style.css", "p { margin: 0 }")]
        {
            fs::create_dir_all(site.join("fr")).unwrap();
            fs::write(site.join(path), text).unwrap();
        }
        let (shown, state) = tokio::sync::watch::channel("one".to_owned());
        let runtime = runtime().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let address = listener.local_addr().unwrap();
        let pages = reloading(router(&site), state);
        runtime.spawn(async { axum::serve(listener, pages).await });

        let answer = get(address, "/");
        let added = r#"<script src="/watch/reload.js" data-seen="one"></script></head>"#;
        assert!(answer.ends_with(&page.replace("</head>", added)), "{answer}");
        assert!(answer.contains("script-src 'self'"), "its policy is the one it always has: {answer}");
        assert!(get(address, "/fr/").ends_with(page), "a page without a script stays one");
        assert!(get(address, "/style.css").ends_with("p { margin: 0 }"));
        assert!(get(address, "/watch/reload.js").contains("location.reload()"));
        assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), page, "nothing is written");

        assert!(get(address, "/watch/after/none").ends_with("one"), "another page than the one seen");
        let waits = std::thread::spawn(move || get(address, "/watch/after/one"));
        shown.send_replace("two".to_owned());
        assert!(waits.join().unwrap().ends_with("two"));
        drop(runtime);
        fs::remove_dir_all(&site).unwrap();
    }
}
