//! `eclaire serve`: shows a site on this machine, with the headers it should have anywhere.

use super::args::Serve;
use super::build::build;
use super::headers::headers;
use super::{Repository, Trouble};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::path::Path;
use std::time::Duration;
use tower_http::services::ServeDir;

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
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Trouble::new(format!("no server: {error}"), "Try again."))?;
    runtime.block_on(listen(&site, options.port, options.stop_after))
}

async fn listen(site: &Path, port: u16, stop_after: Option<u64>) -> Result<(), Trouble> {
    let trouble = |error: std::io::Error| {
        Trouble::new(
            format!("port {port} of this machine: {error}"),
            "Name another one, such as --port 8081.",
        )
    };
    // Loopback only: this server is for looking, not for patients.
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.map_err(trouble)?;
    let address = listener.local_addr().map_err(trouble)?;
    println!("Éclaire is at http://{address}/ (Ctrl+C stops it)");
    let end = async move {
        match stop_after {
            Some(seconds) => tokio::time::sleep(Duration::from_secs(seconds)).await,
            None => drop(tokio::signal::ctrl_c().await),
        }
    };
    axum::serve(listener, router(site)).with_graceful_shutdown(end).await.map_err(trouble)
}

fn router(site: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(site)).layer(from_fn(with_headers))
}

/// The answer, with the headers of its path.
async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut answer = next.run(request).await;
    for (name, value) in headers(&path) {
        // Names and values are constants of this program; a test sees every one of them arrive.
        if let Ok(name) = HeaderName::try_from(name) {
            answer.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    answer
}
