//! `eclaire serve`: shows a site on this machine, with the headers it should have anywhere.

use super::args::Serve;
use super::build::build;
use super::headers::{headers_of, may_lie_packed};
use super::repository::{is_packed, read_beginning};
use super::site::LOST;
use super::{Repository, Trouble};
use axum::Router;
use axum::extract::Request;
use axum::http::header::CONTENT_ENCODING;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::path::Path;
use std::time::Duration;
use tower_http::services::{ServeDir, ServeFile};

/// Builds what is needed and serves it until it is stopped.
pub(super) fn serve(options: Serve) -> Result<(), Trouble> {
    let site = match options.site {
        Some(site) if site.join("index.html").is_file() => site,
        Some(site) => {
            let next = "Name a folder that `eclaire build --out FOLDER` has made.";
            return Err(Trouble::new(format!("{} holds no site", site.display()), next));
        }
        None => build(&Repository::find()?, &options.build)?,
    };
    runtime()?.block_on(listen(router(&site), "", options.port, options.stop_after))
}

/// What a server runs on.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Trouble> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| Trouble::new(format!("no server: {error}"), "Try again."))
}

/// Serves pages until it is stopped. `page` is the path of the one to look at.
pub(super) async fn listen(
    pages: Router,
    page: &str,
    port: u16,
    stop_after: Option<u64>,
) -> Result<(), Trouble> {
    let trouble = |error: std::io::Error| {
        Trouble::new(
            format!("port {port} of this machine: {error}"),
            "Name another one, such as --port 8081.",
        )
    };
    // Loopback only: this server is for looking, not for patients.
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.map_err(trouble)?;
    let address = listener.local_addr().map_err(trouble)?;
    println!("Éclaire is at http://{address}/{page} (Ctrl+C stops it)");
    // Nobody's answer is waited for at the end: a page that is watched has always one open.
    tokio::spawn(async { axum::serve(listener, pages).await });
    match stop_after {
        Some(seconds) => tokio::time::sleep(Duration::from_secs(seconds)).await,
        None => drop(tokio::signal::ctrl_c().await),
    }
    Ok(())
}

/// The answers: the files of a site, with their headers.
pub(super) fn router(site: &Path) -> Router {
    let files = ServeDir::new(site).not_found_service(ServeFile::new(site.join(LOST)));
    let files = Router::new().fallback_service(files);
    let files = if lies_packed(site) { files.layer(from_fn(said_to_be_packed)) } else { files };
    // A site of many places has no single file in its root.
    let places = !site.join("eclaire.html").is_file();
    files.layer(from_fn(move |request, next| with_headers(places, request, next)))
}

/// Whether the files of a site lie packed: its first page says it with its first bytes.
fn lies_packed(site: &Path) -> bool {
    read_beginning(&site.join("index.html"), 2).is_ok_and(|bytes| is_packed(&bytes))
}

/// The answer, which says that it is packed if it is.
async fn said_to_be_packed(request: Request, next: Next) -> Response {
    let may = may_lie_packed(request.uri().path().trim_start_matches('/'));
    let mut answer = next.run(request).await;
    if may && answer.status().is_success() {
        answer.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    answer
}

/// The answer, with the headers of its path, or of what is shown where there is nothing.
async fn with_headers(places: bool, request: Request, next: Next) -> Response {
    let mut path = request.uri().path().to_owned();
    let mut answer = next.run(request).await;
    if answer.status() == StatusCode::NOT_FOUND {
        path = format!("/{LOST}");
    }
    let is_there = answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED;
    for (name, value) in headers_of(places, &path, is_there) {
        // Names and values are constants of this program; a test sees every one of them arrive.
        if let Ok(name) = HeaderName::try_from(name) {
            answer.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    answer
}
