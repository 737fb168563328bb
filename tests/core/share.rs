//! What a webmaster pastes, and how an embed may look: a closed list, and nothing that a patient could not read.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use eclaire::share::{Accent, Corner, Font, PageAddress, Scheme, Script, Snippet, Theme};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TOKENS: &str = include_str!("../../public/style/tokens.css");

fn theme(fragment: &str) -> Theme {
    Theme::from_fragment(fragment)
}

fn colour(text: &str) -> Accent {
    Accent::parse(text).unwrap()
}

/// The two values of a colour of the palette: in the light, in the dark.
fn pair(name: &str) -> [&'static str; 2] {
    let value =
        TOKENS.split_once(&format!("--{name}: var(--light, ")).unwrap().1.split_once(");\n").unwrap().0;
    value.split_once(") var(--dark, ").unwrap().into()
}

// The theme.

#[test]
fn a_theme_names_scheme_accent_font_corner_and_whether_to_tell_the_height() {
    let all = theme("#theme=scheme:dark,accent:84CBD6,font:serif,corner:large,height");
    assert_eq!(all.scheme, Some(Scheme::Dark));
    assert_eq!(all.accent, Some(colour("84cbd6")));
    assert_eq!(all.font, Some(Font::Serif));
    assert_eq!(all.corner, Some(Corner::Large));
    assert!(all.tells_height);
    assert_eq!(theme("theme=font:sans").font, Some(Font::Sans), "with or without #");
    assert_eq!(Theme::default().to_fragment(), "");
    assert_eq!(all.to_fragment(), "#theme=scheme:dark,accent:84cbd6,font:serif,corner:large,height");
}

#[test]
fn whatever_is_not_in_the_list_is_ignored_and_the_rest_counts() {
    let nothing = [
        "",
        "#",
        "#care",
        "#theme",
        "#theme=",
        "#Theme=font:serif",
        "#x&theme=font:serif",
        "#theme=font:Comic Sans",
        "#theme=font:SERIF",
        "#theme= font:serif",
        "#theme=font=serif",
        "#theme=font:serif;corner:none",
        "#theme=accent:#0b5563",
        "#theme=accent:fff",
        "#theme=accent:0b5563aa",
        "#theme=accent:+b5563",
        "#theme=accent:red",
        "#theme=accent:é1234",
        "#theme=background:url(https://evil.example/)",
        "#theme=font:serif%2Ccorner:none",
        "#theme=height:900",
        "#theme=Height",
        &format!("#theme=font:serif,{}", "x".repeat(80)),
    ];
    for fragment in nothing {
        assert_eq!(theme(fragment), Theme::default(), "{fragment}");
    }
    let some = theme("#theme=zoom:3,font:serif,,font:sans,style:*{display:none},corner:none,care");
    assert_eq!(some, Theme { font: Some(Font::Serif), corner: Some(Corner::None), ..Theme::default() });
}

#[test]
fn an_accent_is_taken_only_where_it_can_be_read() {
    // WebAIM's contrast checker: #767676 on white is 4.54, #777777 4.48.
    for (accent, light, dark) in [
        ("0b5563", true, false),
        ("84cbd6", false, true),
        ("000000", true, false),
        ("ffffff", false, true),
        // Readable on white, but not on the ground of notes.
        ("767676", false, false),
        ("777777", false, false),
        ("c00000", true, false),
        ("ffff00", false, true),
        ("e2001a", false, false),
    ] {
        let chosen = Theme { accent: Some(colour(accent)), ..Theme::default() };
        assert_eq!(chosen.accent_in(Scheme::Light).is_some(), light, "{accent} in the light");
        assert_eq!(chosen.accent_in(Scheme::Dark).is_some(), dark, "{accent} in the dark");
        assert_eq!(chosen.accent_in(Scheme::Auto), None, "{accent} in both");
    }
}

#[test]
fn the_grounds_of_an_accent_are_those_of_the_style() {
    let names = ["paper", "sheet", "accent-ground", "on-accent"];
    for (scheme, side) in [(Scheme::Light, 0), (Scheme::Dark, 1)] {
        let grounds = names.map(|name| pair(name)[side]);
        assert_eq!(scheme.grounds().iter().map(Accent::to_string).collect::<Vec<_>>(), grounds);
    }
}

proptest! {
    #[test]
    fn a_theme_comes_back_from_its_fragment(
        scheme in option::of(select(Scheme::ALL)),
        accent in option::of(any::<[u8; 3]>().prop_map(Accent)),
        font in option::of(select(Font::ALL)),
        corner in option::of(select(Corner::ALL)),
        tells_height: bool,
    ) {
        let one = Theme { scheme, accent, font, corner, tells_height };
        prop_assert_eq!(theme(&one.to_fragment()), one);
    }

    #[test]
    fn no_fragment_makes_anything_but_a_theme(text in "(#?theme=)?(\\PC{0,90}|([a-z:,#0-9]|scheme:|accent:|font:|corner:){0,20})") {
        let read = theme(&text);
        prop_assert_eq!(theme(&read.to_fragment()), read);
        prop_assert!(read.to_fragment().chars().all(|one| one.is_ascii_alphanumeric() || "#=:,".contains(one)));
    }
}

// The snippet.

#[test]
fn the_frame_is_sandboxed_and_its_link_stands_below() {
    let address = PageAddress::parse("https://ia.hopital.example").unwrap();
    let snippet = Snippet::new(Some(&address), "L’IA dans vos soins").frame();
    assert_eq!(
        snippet,
        "<iframe src=\"https://ia.hopital.example/embed/\" title=\"L&#8217;IA dans vos soins\" width=\"100%\" height=\"640\" \
         frameborder=\"0\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"\" sandbox=\"allow-scripts allow-modals\"></iframe>\n\
         <p><a href=\"https://ia.hopital.example/\">L&#8217;IA dans vos soins</a></p>\n"
    );
}

#[test]
fn the_element_names_the_bytes_of_its_script_and_has_the_link_inside() {
    let chosen = theme("#theme=accent:0b5563,corner:none,height");
    let address = PageAddress::parse("https://a.example/ia/").unwrap();
    let snippet = Snippet::new(Some(&address), "IA").with(chosen, 700);
    let script = Script { name: "embed.0123.js".to_owned(), integrity: "sha384-abc".to_owned() };
    assert_eq!(
        snippet.element(&script),
        "<script src=\"https://a.example/ia/embed.0123.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\" async></script>\n\
         <eclaire-notice src=\"https://a.example/ia/\" label=\"IA\" height=\"700\" accent=\"#0b5563\" corner=\"none\" auto-height \
         style=\"display:block;min-height:700px\">\n  <a href=\"https://a.example/ia/\">IA</a>\n</eclaire-notice>\n"
    );
    assert!(
        snippet.frame().contains("embed/#theme=accent:0b5563,corner:none\""),
        "nobody listens to a frame's height"
    );
}

#[test]
fn a_snippet_without_an_address_says_where_one_goes() {
    let snippet = Snippet::new(None, "IA");
    let script = Script { name: "embed.js".to_owned(), integrity: String::new() };
    for text in [snippet.frame(), snippet.element(&script)] {
        assert_eq!(
            text.matches("\"https://").count(),
            text.matches("\"https://ADRESSE-DE-VOTRE-PAGE.example/").count()
        );
    }
}

#[test]
fn nothing_that_a_register_says_leaves_its_attribute() {
    let evil = "\"><script>alert(1)</script>&";
    let address = PageAddress::open(&format!("https://a.example/{evil}"));
    let snippet = Snippet::new(Some(&address), evil);
    let script = Script { name: evil.to_owned(), integrity: evil.to_owned() };
    for text in [snippet.frame(), snippet.element(&script)] {
        assert!(!text.contains("\">&lt;/") && !text.contains("<script>"), "{text}");
        let read = scraper::Html::parse_fragment(&text);
        let all = scraper::Selector::parse("*").unwrap();
        let names: Vec<_> = read.select(&all).map(|one| one.value().name().to_owned()).collect();
        assert!(names.iter().all(|name| ["html", "iframe", "p", "a", "script", "eclaire-notice"].contains(&name.as_str())), "{names:?}");
        assert!(names.iter().filter(|name| *name == "script").count() <= 1);
    }
}

#[test]
fn a_height_is_one_that_can_be_used() {
    let height = |height| Snippet::new(None, "IA").with(Theme::default(), height).frame();
    assert!(height(0).contains("height=\"320\""));
    assert!(height(900).contains("height=\"900\""));
    assert!(height(u32::MAX).contains("height=\"4000\""));
}
