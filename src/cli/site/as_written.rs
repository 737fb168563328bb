//! Whole sites, written with programs that do nothing: what a register says stands in every page as it was written.

// A helper that fails fails its test.
#![allow(clippy::unwrap_used)]

use super::release::{Release, texts as texts_of};
use super::{one, several};
use crate::cli::Repository;
use crate::cli::headers::Lie;
use crate::cli::program::Program;
use crate::cli::slug::slug;
use crate::cli::supply::{BILLS, Made, NOTICES};
use crate::content::Language;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What stood in a register, and would have been searched for marks; with the same signs of punctuation, so that both are cut
/// into sentences alike.
const WRITTEN: &str = "X {document} {title} {policy} {description} {alternates} {preview} {script} {style} {program} {start} \
                       {icon} {data} {shell} {modules} {lang} {files} {sum} {no_program} {staff_style} {site} {list} {name} \
                       </title></body></script></style></template><!--x--> <!> $1 $& \\1 \"y\" & z";

/// The same without anything that means something to anybody.
fn plain() -> String {
    WRITTEN.chars().map(|one| if "{}<>$&\\\"/_".contains(one) { 'x' } else { one }).collect()
}

/// What the build would have made, with programs that do nothing.
fn release() -> &'static Release {
    static RELEASE: OnceLock<Release> = OnceLock::new();
    RELEASE.get_or_init(|| {
        let repository = Repository::find().unwrap();
        let mut files = BTreeMap::new();
        take(&repository.path("public"), "", &mut files);
        for program in Program::ALL.map(Program::name) {
            files.insert(format!("{program}.js"), b"export default () => {};".to_vec());
            files.insert(format!("{program}_bg.wasm"), b"\0asm".to_vec());
        }
        files.extend(texts_of(&repository).unwrap());
        for name in super::release::EXAMPLES {
            let file = format!("registers/{name}.json");
            let bytes = fs::read(repository.path(&format!("content/{file}"))).unwrap();
            files.insert(file, bytes);
        }
        for name in BILLS.into_iter().chain([NOTICES]) {
            files.insert(name.to_owned(), b"made by others".to_vec());
        }
        Release::of_files(files, Made::default())
    })
}

fn take(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            take(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// An example register that says this before everything that may be said in words.
fn register(name: &str, more: &str) -> String {
    let text = release().text(&format!("registers/{name}.json")).unwrap();
    let mut register: Value = serde_json::from_str(text).unwrap();
    say(&mut register, more, false);

    register.to_string()
}

fn say(value: &mut Value, more: &str, said: bool) {
    match value {
        Value::String(text) if said => *text = format!("{more} {text}"),
        Value::Array(all) => all.iter_mut().for_each(|one| say(one, more, said)),
        Value::Object(all) => {
            for (key, one) in all {
                let words = ["clear", "simple", "product", "maker", "organisation", "address"];
                say(one, more, words.contains(&key.as_str()) || Language::from_code(key).is_some());
            }
        }
        _ => {}
    }
}

/// A new folder of this test program.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("eclaire-site-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A site that says this, as its files; the texts among them.
fn site(name: &str, more: &str, marked: &str) -> BTreeMap<String, String> {
    let folder = folder(&format!("{name}-{marked}"));
    let (file, out) = (folder.join("my.json"), folder.join("out"));
    fs::write(&file, register(name, more)).unwrap();
    let shown = one(release(), &release().library().unwrap(), Some(&file), &[], &out, Lie::Plain).unwrap();
    assert!(shown, "{name} has errors");
    let files = texts(&out);
    fs::remove_dir_all(&folder).unwrap();
    files
}

fn texts(out: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    take(out, "", &mut files);
    files.into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

/// Every page of a site, and the readings that its program makes pages of: those in files (`en.txt`, which is named after its bytes) and
/// those that lie as texts in another page (`eclaire.html en`).
fn pages(files: &BTreeMap<String, String>) -> BTreeMap<String, Html> {
    let mut pages = BTreeMap::new();
    for (name, text) in files {
        if text.contains("<div data-reading=") && name.ends_with(".txt") {
            let language = name.split('.').next().unwrap();
            pages.insert(format!("{language}.txt"), readings(text));
        }
        if !name.ends_with(".html") {
            continue;
        }
        let page = Html::parse_document(text);
        for aside in all(&page, "script[type='text/plain']") {
            let language = aside.attr("data-readings").unwrap();
            pages.insert(format!("{name} {language}"), readings(&aside.text().collect::<String>()));
        }
        pages.insert(name.clone(), page);
    }
    pages
}

/// The readings of a text, behind what the kit lacks of their language, which has no element.
fn readings(text: &str) -> Html {
    Html::parse_document(&text[text.find('<').unwrap_or(text.len())..])
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The elements of a page, in their order.
fn shape(page: &Html) -> Vec<String> {
    let element = |one: ElementRef<'_>| {
        let names: Vec<&str> = one.value().attrs().map(|(name, _)| name).collect();
        format!("{} {}", one.value().name(), names.join(" "))
    };
    all(page, "*").into_iter().map(element).collect()
}

#[test]
fn whatever_a_register_says_every_page_stands_whole_and_shows_it_as_it_was_written() {
    for name in ["hospital", "practice"] {
        let (written, usual) = (site(name, WRITTEN, "written"), site(name, &plain(), "plain"));
        let (written, usual) = (pages(&written), pages(&usual));
        assert_eq!(written.keys().collect::<Vec<_>>(), usual.keys().collect::<Vec<_>>());
        for page in ["index.html", "fr/index.html", "en/simple/index.html", "eclaire.html"] {
            assert!(written.contains_key(page), "{page}");
        }
        for page in
            ["embed/index.html", "embed/en/simple/index.html", "kiosk/index.html", "kiosk/visit/index.html"]
        {
            assert!(written.contains_key(page), "{page}");
        }
        for page in
            ["fr.txt", "en.txt", "eclaire.html fr", "embed/index.html en", "kiosk/visit/index.html en"]
        {
            assert!(written.contains_key(page), "{page}");
        }
        assert!(written.keys().filter(|page| page.starts_with("poster/")).count() >= 4);
        assert!(Program::ALL.iter().all(|one| written.contains_key(&format!("{}index.html", one.page()))));
        let mut names = 0;
        for (path, page) in &written {
            let (shape, usual) = (shape(page), shape(&usual[path]));
            let differs = shape.iter().zip(&usual).position(|(one, other)| one != other);
            assert_eq!(differs.map(|at| (&shape[at], &usual[at])), None, "{name}: {path}");
            assert_eq!(shape.len(), usual.len(), "{name}: {path}");
            for place in all(page, ".site-name, .poster-site") {
                assert!(words(place).starts_with(WRITTEN), "{name}: {path}: {}", words(place));
                names += 1;
            }
            if !all(page, ".document > .masthead .site-name").is_empty()
                && !path.starts_with("kiosk/")
                && path.ends_with(".html")
            {
                let title = words(all(page, "title")[0]);
                assert!(title.contains(WRITTEN), "{name}: {path}: {title}");
            }
        }
        assert!(names > 20, "{names}");
    }
}

#[test]
fn the_list_of_a_site_of_several_shows_a_name_as_it_was_written() {
    let folder = folder("several");
    let (registers, out) = (folder.join("registers"), folder.join("out"));
    fs::create_dir_all(&registers).unwrap();
    fs::write(registers.join("cabinet.json"), register("practice", WRITTEN)).unwrap();
    several(release(), &release().library().unwrap(), &registers, &[], &out, Lie::Plain).unwrap();
    let page = Html::parse_document(&fs::read_to_string(out.join("index.html")).unwrap());
    fs::remove_dir_all(&folder).unwrap();
    let link = all(&page, "main a[href=\"cabinet/\"]");
    assert!(link.iter().any(|link| words(*link).contains(WRITTEN)), "{}", words(page.root_element()));
}

/// `A.JSON` was left out without a word, and a register called `con.json` made a folder that Windows cannot hold.
#[test]
fn every_register_of_a_folder_is_shown_or_named() {
    let folder = folder("named");
    let (registers, out) = (folder.join("registers"), folder.join("out"));
    fs::create_dir_all(&registers).unwrap();
    let practice = release().text("registers/practice.json").unwrap();
    let named = |id: &str| {
        let mut register: Value = serde_json::from_str(practice).unwrap();
        register["site"]["id"] = id.into();
        register["site"]["page"] = format!("https://asso.example/{id}/").into();
        register.to_string()
    };
    for (file, id) in
        [("durand.JSON", "durand"), ("durand.json", "durand-2"), ("con.json", "con"), ("fhir.json", "fhir")]
    {
        fs::write(registers.join(file), named(id)).unwrap();
    }
    let said = several(release(), &release().library().unwrap(), &registers, &[], &out, Lie::Plain)
        .unwrap_err()
        .to_string();
    assert!(said.contains("3 of 4 registers could not be shown"), "{said}");
    assert!(out.join("durand/index.html").is_file());
    assert!(!out.join("con").exists() && !out.join("fhir").exists());
    fs::remove_dir_all(&folder).unwrap();
}

/// A register called `pictures.json` would have written its page over that of the pictures.
#[test]
fn no_register_can_have_a_folder_that_every_site_has() {
    let folder = folder("folders");
    let (registers, out) = (folder.join("registers"), folder.join("out"));
    fs::create_dir_all(&registers).unwrap();
    fs::write(registers.join("cabinet.json"), register("practice", "")).unwrap();
    several(release(), &release().library().unwrap(), &registers, &[], &out, Lie::Plain).unwrap();
    let folders: Vec<_> = fs::read_dir(&out).unwrap().map(|one| one.unwrap()).collect();
    let folders = folders.iter().filter(|one| one.path().is_dir()).map(|one| one.file_name());
    let free: Vec<_> = folders.filter(|one| slug(one.to_str().unwrap()).is_ok()).collect();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(free, ["cabinet"]);
}

/// Exports name addresses below that of the page: what lies there is what they name, in a site of one and of many.
#[test]
fn a_site_publishes_what_its_exports_name_under_its_own_address() {
    let files = site("hospital", "", "published");
    let register: Value = serde_json::from_str(release().text("registers/hospital.json").unwrap()).unwrap();
    let base = format!("{}/fhir/", register["site"]["page"].as_str().unwrap().trim_end_matches('/'));
    let published: BTreeMap<&str, &String> =
        files.iter().filter_map(|(name, text)| Some((name.strip_prefix("fhir/")?, text))).collect();
    let mut named = 0;
    for (name, text) in published.iter().filter(|(name, _)| name.ends_with(".json")) {
        for at in text.match_indices(&base).map(|(at, _)| at + base.len()) {
            let other = text[at..].split(['"', '|', '#']).next().unwrap();
            assert!(published.contains_key(other), "{name} names {other}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
    let guide = Html::parse_document(published["index.html"]);
    let links: Vec<String> = all(&guide, "main a")
        .into_iter()
        .filter_map(|one| one.value().attr("href").map(str::to_owned))
        .collect();
    let missing =
        published.keys().filter(|name| **name != "index.html" && !links.contains(&(**name).to_owned()));
    assert_eq!(missing.collect::<Vec<_>>(), [] as [&&str; 0], "the page leads to each of them");
    for path in ["QuestionnaireResponse.subject", "CommunicationRequest.subject", "Consent.patient"] {
        assert!(words(guide.root_element()).contains(path), "{path}");
    }
}

/// A picture without its drawing is an empty square, and one that lies in the document is gone when the language changes.
#[test]
fn every_page_has_the_drawings_of_its_pictures_once_outside_of_the_document() {
    let files = site("hospital", "", "pictures");
    let pages = pages(&files);
    let symbols = |page: &Html| -> Vec<String> {
        all(page, "symbol").into_iter().map(|one| one.attr("id").unwrap().to_owned()).collect()
    };
    let (mut drawn, mut with_pictures) = (0, 0);
    for (path, page) in &pages {
        let own = symbols(page);
        drawn += own.len();
        assert_eq!(
            own.iter().collect::<BTreeSet<_>>().len(),
            own.len(),
            "{path}: a drawing stands there twice"
        );
        assert_eq!(
            all(page, ".document symbol, #eclaire symbol").len(),
            0,
            "{path}: a drawing in the document"
        );
        // A reading is put into the page that the program lives in.
        let host = match path.split_once(' ') {
            Some((host, _)) => host,
            None if path.ends_with(".txt") => "index.html",
            None => path,
        };
        let there = symbols(&pages[host]);
        let shown: BTreeSet<String> =
            all(page, "use").into_iter().map(|one| one.attr("href").unwrap()[1..].to_owned()).collect();
        let missing: Vec<_> = shown.iter().filter(|one| !there.contains(one)).collect();
        assert_eq!(missing, [] as [&String; 0], "{path}");
        with_pictures += usize::from(!shown.is_empty());
    }
    assert!(drawn > 300 && with_pictures > 15, "{drawn} {with_pictures}");
    assert_eq!(symbols(&pages["pictures/index.html"]).len(), crate::content::Picture::ALL.len());
}

#[test]
fn while_somebody_writes_into_a_folder_nobody_else_does_and_what_stands_there_stays() {
    let folder = folder("held");
    let (file, out) = (folder.join("my.json"), folder.join("out"));
    fs::write(&file, register("practice", "")).unwrap();
    let library = release().library().unwrap();
    let bake = || one(release(), &library, Some(&file), &[], &out, Lie::Plain);
    assert!(bake().unwrap());
    let before = texts(&out);
    assert!(!before.contains_key(".eclaire-held"), "nothing of it stays");
    // Another program, in the middle of its work.
    let held = fs::File::create(out.join(".eclaire-held")).unwrap();
    held.lock().unwrap();
    fs::create_dir(out.join(".eclaire-new")).unwrap();
    fs::write(out.join(".eclaire-new/index.html"), "half a page").unwrap();
    let refused = bake().unwrap_err().to_string();
    assert!(refused.contains("another `eclaire` is writing into"), "{refused}");
    assert_eq!(
        fs::read_to_string(out.join(".eclaire-new/index.html")).unwrap(),
        "half a page",
        "its work goes on"
    );
    // It was stopped: whoever comes next takes it from there.
    drop(held);
    assert!(bake().unwrap());
    assert!(texts(&out) == before);
    fs::remove_dir_all(&folder).unwrap();
}
