//! The cards: what each says, its dangerous signs, what is missing, how well a device works.

use super::*;

// ---- the cards -----------------------------------------------------------------------------------------------

/// The facts of a card, in the one order there is. The last is there only if somebody wrote questions.
const FACTS: [Word; 19] = [
    Word::FactWhen,
    Word::FactPerformance,
    Word::FactErrors,
    Word::FactCannot,
    Word::FactLessSure,
    Word::FactDevice,
    Word::FactData,
    Word::FactHosting,
    Word::FactKept,
    Word::FactTraining,
    Word::FactCommercial,
    Word::FactIfNot,
    Word::FactDepartment,
    Word::FactProduct,
    Word::FactMaker,
    Word::FactSince,
    Word::FactTool,
    Word::FactContact,
    Word::FactAsk,
];

/// Those of a patient's own tool: the hospital has no others to tell.
const FACTS_OF_OWN_TOOLS: [Word; 8] = [
    Word::FactWhen,
    Word::FactErrors,
    Word::FactCannot,
    Word::FactLessSure,
    Word::FactData,
    Word::FactIfNot,
    Word::FactContact,
    Word::FactAsk,
];

/// The facts of a reuse of data.
const FACTS_OF_REUSES: [Word; 9] = [
    Word::FactWhatFor,
    Word::FactWho,
    Word::FactData,
    Word::FactProtection,
    Word::FactEffect,
    Word::FactLimits,
    Word::FactHosting,
    Word::FactKept,
    Word::FactContact,
];

#[test]
fn every_use_has_its_card_where_it_first_happens_and_its_name_at_its_other_stages() {
    for (page, register) in pages_with_a_register() {
        let own_tools = page.notice.own_tools.len();
        assert_eq!(page.all("#care article").len(), register.uses.len() + own_tools, "{page}");
        for one in &register.uses {
            let card = card(page, one);
            assert_eq!(heading_of(card), page.shown(&one.title), "{page}: {}", one.id);
            for stage in Stage::ALL {
                let stop = page.the(&format!("#stage-{}", stage.code()));
                let first = one.stages[0] == stage;
                assert_eq!(
                    all(stop, &format!("article[id='use-{}']", one.id)).len(),
                    usize::from(first),
                    "{page}"
                );
                let named = one.stages[1..].contains(&stage);
                assert_eq!(
                    all(stop, &format!("a[href='#use-{}']", one.id)).len(),
                    usize::from(named),
                    "{page}"
                );
            }
        }
    }
}

#[test]
fn every_card_is_named_by_its_heading() {
    for (page, register) in pages_with_a_register() {
        let cards = page.all("article");
        let own_tools = page.notice.own_tools.len();
        assert_eq!(cards.len(), register.uses.len() + register.reuses.len() + own_tools, "{page}");
        for card in cards {
            assert_eq!(card.attr("aria-labelledby"), the(card, "h4").attr("id"), "{page}");
        }
    }
}

#[test]
fn every_card_says_what_the_software_does_and_what_the_professional_does() {
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let card = card(page, one);
            let software = page.word(if one.by_patient { Word::TheTool } else { Word::TheSoftware });
            // Who decides comes first (reading of the use, 28 November 2026: it was the last sentence of the second block).
            let outside = the(card, ".opened > .who-does");
            let [(second, human_does), (first, does)] = &facts(outside)[..] else {
                panic!("{page}: {}", one.id)
            };
            assert_eq!((first.as_str(), second.as_str()), (software, page.word(Word::TheHuman)), "{page}");
            assert!(text(*does).contains(&page.shown(&one.software_does)), "{page}: {}", one.id);
            assert!(text(*human_does).contains(&page.shown(&one.human_does)), "{page}: {}", one.id);
        }
    }
}

#[test]
fn every_card_has_the_same_facts_in_the_same_order() {
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let expected: &[Word] = if one.by_patient { &FACTS_OF_OWN_TOOLS } else { &FACTS };
            let expected = &expected[..expected.len() - usize::from(one.ask.is_empty())];
            assert_has_facts(page, card(page, one), expected);
        }
        for one in &register.reuses {
            // The last is whom to ask.
            let nobody = one.elsewhere && one.contact.is_none();
            let expected = &FACTS_OF_REUSES[..FACTS_OF_REUSES.len() - usize::from(nobody)];
            assert_has_facts(page, reuse_card(page, one), expected);
        }
    }
}

#[test]
fn the_example_hospital_tells_what_its_register_tells() {
    for language in Language::USUAL {
        let page = page("hospital", language);
        let register = page.notice.register.as_ref().unwrap();
        for one in &register.uses {
            let card = text(card(page, one));
            let names = [&one.product, &one.maker].into_iter().flatten().cloned();
            let texts =
                [&one.when, &one.cannot, &one.less_sure, &one.data, &one.if_not, &one.kept, &one.department];
            let texts = texts.into_iter().flatten().chain(errors_of(one)).chain(&one.ask);
            // A text of several paragraphs is drawn as blocks, with nothing but their style between them.
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let card = letters(&card);
            for told in names.chain(texts.map(|text| page.shown(text))) {
                assert!(
                    card.contains(&letters(&told)),
                    "{page}: the card of {} does not say “{told}”",
                    one.id
                );
            }
        }
    }
}

// ---- dangerous signs, and whom to call -----------------------------------------------------------------------

/// Every card of a use on every page, with what it is about.
fn all_uses() -> impl Iterator<Item = (&'static Seen, &'static Use, ElementRef<'static>)> {
    pages().iter().flat_map(|page| {
        let uses = page.notice.register.iter().flat_map(|register| &register.uses);
        let listed = uses.map(move |one| (page, one, card(page, one)));
        listed.chain(page.notice.own_tools.iter().map(move |one| (page, one, tool(page, one))))
    })
}

/// The card of a patient's own tool that no register lists.
#[track_caller]
fn tool<'a>(page: &'a Seen, one: &Use) -> ElementRef<'a> {
    page.the(&format!("article[id='tool-{}']", one.id))
}

/// Whom a card says to ask, in the words of the page.
fn helper_named(page: &Seen, one: &Use, helper: Helper) -> String {
    match helper {
        Helper::Here => page.word(Word::HelpHere).to_owned(),
        Helper::Team => {
            let phone = one.contact.as_ref().and_then(|contact| contact.phone.as_ref());
            let told = phone.map(|phone| format!(" {} {}", page.word(Word::HelpTold), plain(phone)));
            page.word(Word::HelpTeam).to_owned() + &told.unwrap_or_default()
        }
        Helper::Number(number) => number_named(page, number),
    }
}

fn number_named(page: &Seen, number: EmergencyNumber) -> String {
    format!("{} {} {}", number.digits(), page.word(Word::Separator), page.word(number.word()))
}

#[test]
fn a_card_tells_its_dangerous_signs_right_after_who_decides_and_in_the_same_words_everywhere() {
    let mut told = BTreeSet::new();
    for (page, one, card) in all_uses() {
        let nets = all(card, ".safety-net");
        let (call, see) = (&one.net.call, &one.net.see);
        assert_eq!(nets.len(), usize::from(call.is_some() || see.is_some()), "{page}: {}", one.id);
        let Some(net) = nets.first() else { continue };
        let decides = the(card, ".opened > .who-does");
        assert_eq!(next(decides).map(|one| one.html()), Some(net.html()), "{page}: {}", one.id);
        assert!(can_be_read(*net), "{page}: {}", one.id);
        let mut names = Vec::new();
        if let Some(sign) = call {
            names.push(page.word(Word::NetCall));
            assert!(text(*net).contains(&plain(&page.shown(sign))), "{page}: {}", one.id);
            let helpers = texts(&all(*net, "li"));
            assert_eq!(helpers.len(), one.net.helpers.len(), "{page}: {}", one.id);
            for (said, helper) in helpers.iter().zip(&one.net.helpers) {
                assert!(
                    said.starts_with(&plain(&helper_named(page, one, *helper))),
                    "{page}: {}: {said}",
                    one.id
                );
                told.insert(*helper);
            }
        } else {
            assert!(all(*net, "li").is_empty(), "{page}: {}", one.id);
        }
        if let Some(sign) = see {
            names.push(page.word(Word::NetSee));
            assert!(text(*net).contains(&plain(&page.shown(sign))), "{page}: {}", one.id);
        }
        assert_eq!(texts(&all(*net, ".net-name")), names, "{page}: {}", one.id);
    }
    let all_helpers = EmergencyNumber::ALL.iter().map(|number| Helper::Number(*number));
    assert!([Helper::Here, Helper::Team].into_iter().chain(all_helpers).all(|one| told.contains(&one)));
}

/// No register lists these: everybody at home reads them, and nobody takes them for the hospital's.
#[test]
fn every_page_tells_of_the_patients_own_tools_as_such_and_asks_nothing_about_them() {
    for page in pages() {
        let home = page.the("#stage-home");
        for one in &page.notice.own_tools {
            let card = tool(page, one);
            assert_eq!(all(home, &format!("#tool-{}", one.id)).len(), 1, "{page}: it is at home");
            assert!(text(card).contains(page.word(Word::OwnTool)), "{page}");
            assert!(all(card, "input, button, a[href^='#say-'], a[href='#contacts']").is_empty(), "{page}");
            let questions = fact(page, card, Word::FactAsk);
            for question in &one.ask {
                assert!(text(questions).contains(&plain(&page.shown(question))), "{page}");
            }
            let facts: Vec<_> =
                FACTS_OF_OWN_TOOLS.into_iter().filter(|word| *word != Word::FactContact).collect();
            assert_has_facts(page, card, &facts);
        }
        let register = page.notice.register.iter();
        for one in register.flat_map(|register| &register.uses).filter(|one| one.by_patient) {
            assert!(
                text(card(page, one)).contains(page.word(Word::OwnTool)),
                "{page}: listed, and still one's own"
            );
        }
        let own_tools =
            page.all("article").iter().filter(|card| text(**card).contains(page.word(Word::OwnTool))).count();
        assert_eq!(own_tools, 2, "{page}: each stands once");
    }
}

#[test]
fn numbers_of_an_emergency_stand_with_the_contacts_and_beside_ask_someone_as_text_from_left_to_right() {
    let kiosks = kiosks();
    for page in pages().iter().chain(&kiosks) {
        let contacts = text(page.the("#contacts"));
        for number in EmergencyNumber::ALL {
            let said = number_named(page, *number);
            assert!(contacts.contains(&plain(&said)), "{page}: {said}");
        }
        assert!(page.all("a[href^='tel:'], a[href^='sms:']").is_empty(), "{page}: numbers are text");
        for number in page.all(".safety-net .number, #contacts .contact bdi[dir]") {
            assert_eq!((number.value().name(), number.attr("dir")), ("bdi", Some("ltr")), "{page}");
        }
        let line = page.filled(Word::EmergencyLine, &NUMBERS);
        for block in page.all("main > section > .ask-someone") {
            // Whoever stands at a kiosk has people around.
            assert_eq!(text(block).contains(&plain(&line)), page.name != "kiosk", "{page}");
        }
    }
}

const NUMBERS: [(&str, &str); 3] = [("medical", "15"), ("europe", "112"), ("writing", "114")];

/// Whoever is followed at home has the paper at hand when something happens.
#[test]
fn the_sheet_says_whom_to_call_where_somebody_is_followed_at_home() {
    let followed = |page: &Seen| text(page.the("#paper")).contains(page.word(Word::SheetNet));
    for (page, register) in pages_with_a_register() {
        let expected = register.uses.iter().any(|one| one.calls_from_home);
        assert_eq!(followed(page), expected, "{page}");
        assert_eq!(page.all("#paper .emergency").len(), usize::from(expected), "{page}");
    }
    assert!(followed(page("hospital", FR)) && !followed(page("practice", FR)));
    let mut visit = Visit::begin(FR);
    visit.apply(Event::SheetIn(AR));
    let arabic = Seen::paper(&page("hospital", FR).notice, visit, None);
    let line = text(arabic.the("#paper .emergency"));
    // What fills a sentence from right to left is kept together.
    for (_, number) in NUMBERS {
        assert!(line.contains(&format!("\u{2068}{number}\u{2069}")) || line.contains(number), "{line}");
    }
}

// ---- what is missing -----------------------------------------------------------------------------------------

#[test]
fn a_missing_fact_is_called_so_in_the_words_of_a_hospital_or_of_a_practice() {
    let cases = [
        ("gaps-only", FR, "Non communiqué par l’établissement"),
        ("gaps-only", EN, "Not told by the hospital"),
        ("practice", FR, "Non communiqué par le cabinet"),
        ("practice", EN, "Not told by the practice"),
    ];
    for (name, language, words) in cases {
        let page = page(name, language);
        assert!(!exactly(page.the("body"), words).is_empty(), "{page} does not say “{words}”");
        for (_, _, others) in cases.iter().filter(|(_, _, others)| *others != words) {
            page.does_not_say(others);
        }
    }
}

#[test]
fn every_missing_fact_of_a_card_is_written_once_and_never_hidden() {
    let mut written = 0;
    for (page, register) in pages_with_a_register() {
        let contacts = &register.site.contacts;
        let uses = register.uses.iter().enumerate().map(|(index, one)| {
            let nobody = one.contact.is_none() && contacts.desk.is_none();
            (card(page, one), format!("uses[{index}]."), nobody)
        });
        let reuses = register.reuses.iter().enumerate().map(|(index, one)| {
            let nobody = one.contact.is_none() && contacts.dpo.is_none() && !one.elsewhere;
            (reuse_card(page, one), format!("reuses[{index}]."), nobody)
        });
        for (card, at, nobody) in uses.chain(reuses) {
            // What is not told of how a tool is made and watched is told in one sentence.
            let (of_tool, others): (Vec<_>, Vec<_>) =
                facts_missing_at(page, &at).into_iter().partition(|gap| gap[at.len()..].starts_with("tool."));
            let missing = others.len() + usize::from(!of_tool.is_empty()) + usize::from(nobody);
            let not_told = exactly(card, page.not_told());
            assert_eq!(
                not_told.len(),
                missing,
                "{page}: {}: {:#?}",
                heading_of(card),
                facts_missing_at(page, &at)
            );
            assert!(not_told.iter().all(|one| can_be_read(*one)), "{page}: hidden in {}", heading_of(card));
            written += missing;
        }
    }
    assert!(written > 100, "only {written} facts are missing");
}

#[test]
fn a_register_that_tells_everything_is_told_to_lack_nothing() {
    for language in Language::USUAL {
        let page = complete_page(language);
        page.does_not_say(page.not_told());
        assert!(page.all("#staff").is_empty(), "{page} has something for staff");
    }
}

/// What may be told of a tool: where in the file, its name before what is told, its name among what is not.
const OF_TOOLS: [(&str, Word, Word); 10] = [
    ("version", Word::ToolVersion, Word::UntoldVersion),
    ("maker_country", Word::ToolCountry, Word::UntoldCountry),
    ("made", Word::ToolMade, Word::UntoldMade),
    ("benefit", Word::ToolBenefit, Word::UntoldBenefit),
    ("benefit.measured", Word::ToolMeasured, Word::UntoldMeasured),
    ("watched", Word::ToolWatched, Word::UntoldWatched),
    ("errors_reviewed", Word::ToolReviewed, Word::UntoldReviewed),
    ("report", Word::ToolReport, Word::UntoldReport),
    ("staff_trained", Word::ToolTrained, Word::UntoldTrained),
    ("patients", Word::ToolPatients, Word::UntoldPatients),
];

#[test]
fn how_a_tool_is_made_and_watched_is_told_line_by_line_and_what_is_not_told_in_one_sentence_at_the_end() {
    let (mut lines, mut sentences) = (0, 0);
    for (page, register) in pages_with_a_register() {
        for (index, one) in register.uses.iter().enumerate().filter(|(_, one)| !one.by_patient) {
            let gaps = facts_missing_at(page, &format!("uses[{index}].tool."));
            let is_gap =
                |key: &str| gaps.iter().any(|gap| gap.starts_with(&format!("uses[{index}].tool.{key}:")));
            let told = |key: &str| match key {
                "benefit.measured" => one.tool.benefit.is_some(),
                "report" => one.tool.report.is_some(),
                _ => true,
            };
            let value = fact(page, card(page, one), Word::FactTool);
            let paragraphs = texts(&all(value, "p"));
            let untold: Vec<_> =
                OF_TOOLS.iter().filter(|(key, ..)| is_gap(key)).map(|(.., name)| page.word(*name)).collect();
            let sentence =
                (!untold.is_empty()).then(|| format!("{} – {}.", page.not_told(), untold.join(" · ")));
            let shown: Vec<_> = OF_TOOLS
                .iter()
                .filter(|(key, ..)| !is_gap(key) && told(key))
                .map(|(_, name, _)| page.word(*name).to_owned())
                .collect();
            let expected: Vec<_> = shown.iter().chain(&sentence).collect();
            assert_eq!(paragraphs.len(), expected.len(), "{page}: {}: {paragraphs:#?}", one.id);
            for (paragraph, expected) in paragraphs.iter().zip(expected) {
                assert!(paragraph.starts_with(expected.as_str()), "{page}: {}: {paragraph}", one.id);
            }
            (lines, sentences) = (lines + shown.len(), sentences + usize::from(sentence.is_some()));
        }
    }
    assert!(lines >= 100 && sentences >= 50, "{lines} lines, {sentences} sentences");
}

#[test]
fn a_place_that_tells_nothing_of_a_tool_says_so_once() {
    let page = page("gaps-only", FR);
    let register = page.notice.register.as_ref().unwrap();
    let value = fact(page, card(page, &register.uses[0]), Word::FactTool);
    assert_eq!(
        text(value),
        "Non communiqué par l’établissement – la version · le pays du fabricant · comment il a été fait et avec quelles \
         données · ce qu’il a apporté à des patients · comment il est surveillé ici · qui regarde ses erreurs chaque année · \
         si le compte rendu dit que le logiciel a aidé · qui a été formé à cet outil · si des patients ont participé."
    );
}

#[test]
fn the_list_of_projects_stands_above_the_reuses_as_an_address_to_read() {
    let said = |page: &Seen, address: &str| {
        let line = format!("{} {address}", page.word(Word::ReusesProjects));
        let said = texts(&page.all("#rights > p")).into_iter().filter(|said| *said == line);
        assert_eq!(said.count(), 1, "{page}");
    };
    for language in Language::USUAL {
        said(page("hospital", language), "https://hopital-brumeval.example/projets/");
        let practice = page("practice", language);
        said(practice, practice.not_told());
        let imported = page("imported", language);
        imported.does_not_say(imported.word(Word::ReusesProjects));
    }
}

/// Staff are told that patients read "not told" at each gap. They do.
#[test]
fn every_fact_that_the_check_finds_missing_is_one_that_patients_read_as_missing() {
    let mut silent = Vec::new();
    let mut read = 0;
    // Whoever reads the page is there; its address is for links and posters.
    for at in complete().places().into_iter().filter(|at| at != "site.page") {
        let draft = complete().without(&at);
        let checked = draft.check();
        let [gap] = &checked.gaps[..] else { continue };
        if !checked.errors.is_empty()
            || gap.path.to_string() != at
            || matches!(gap.kind, ProblemKind::UntoldIn(_))
        {
            continue;
        }
        let page = drawn(&draft, FR);
        if exactly(page.the("body"), page.not_told()).iter().any(|one| can_be_read(*one)) {
            read += 1;
        } else {
            silent.push(gap.to_string());
        }
    }
    assert!(read >= 40, "only {read} facts could be missing");
    assert_eq!(silent, [""; 0], "patients read nothing about these");
}

// ---- medical devices -----------------------------------------------------------------------------------------

#[test]
fn the_marking_of_a_device_stands_in_one_paragraph_with_what_it_does_not_mean() {
    let mut devices = 0;
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let Some(Device::Yes { ce_class, .. }) = &one.device else { continue };
            let fact = fact(page, card(page, one), Word::FactDevice);
            let paragraph = text(the(fact, "p"));
            assert!(paragraph.starts_with(page.word(Word::DeviceYes)), "{page}: {paragraph}");
            assert!(paragraph.ends_with(page.word(Word::DeviceLimit)), "{page}: {paragraph}");
            assert_eq!(text(fact), paragraph, "{page}: nothing stands outside of the paragraph");
            if let Some(class) = ce_class {
                assert!(paragraph.contains(&page.filled(Word::DeviceClass, &[("class", class)])), "{page}");
            }
            devices += 1;
        }
    }
    assert!(devices >= 10);
}

#[test]
fn ce_marking_is_named_nowhere_without_its_limit() {
    let limits = [
        "ne veut pas dire",
        "ne dit pas",
        "peut quand même se tromper",
        "does not mean",
        "does not say",
        "can still be wrong",
    ];
    for page in pages() {
        for paragraph in page.all(
            "main :is(p, li, dd, h1, h2, h3, h4, summary, legend, span:not(.sentence, .paragraph, .hard))",
        ) {
            let words = text(paragraph);
            let whole = paragraph
                .child_elements()
                .all(|child| !["p", "ul", "ol", "dl"].contains(&child.value().name()));
            // The name of a word in the glossary opens what it means.
            let around = match paragraph.value().name() {
                "summary" | "span" if around(paragraph).any(|one| one.attr("class") == Some("meaning")) => {
                    text(around(paragraph).find(|one| one.value().name() == "details").unwrap())
                }
                _ => words.clone(),
            };
            if whole && ["marquage CE", "CE mark", "CE-mark"].iter().any(|name| words.contains(name)) {
                assert!(limits.iter().any(|limit| around.contains(limit)), "{page}: {words}");
            }
        }
    }
}

// ---- how well it works, in people ----------------------------------------------------------------------------

#[test]
fn the_sentences_carry_all_four_numbers_of_the_one_group_of_people() {
    for (page, _, performance, fact) in performances() {
        let number = |number: u32| number.to_string();
        let of = number(performance.of);
        let what = page.shown(&performance.what);
        let had_it = number(performance.found + performance.missed);
        let first = page.filled(Word::PeopleHadIt, &[("of", &of), ("number", &had_it), ("what", &what)]);
        assert_eq!(bare(&text(all(fact, "p")[0])), bare(&first), "{page}");
        let groups = [
            (Word::PeopleFound, performance.found),
            (Word::PeopleMissed, performance.missed),
            (Word::PeopleFalseAlarm, performance.false_alarms),
            (Word::PeopleLeftAlone, performance.left_alone),
        ];
        let sentences = groups.map(|(word, group)| page.filled(word, &[("number", &number(group))]));
        assert_eq!(texts(&all(fact, "li")), sentences, "{page}");
        assert!(text(fact).contains(page.word(Word::PeopleLimit)), "{page}");
    }
}

#[test]
fn numbers_of_people_are_whole_and_have_one_denominator_a_card() {
    for (page, one, performance, fact) in performances() {
        let words = text(fact);
        assert!(!words.contains('%'), "{page}: {}: {words}", one.id);
        let others = ["100", "1000"].into_iter().filter(|of| **of != performance.of.to_string());
        for other in others {
            assert!(!words.split(' ').any(|word| word == other), "{page}: {}: {words}", one.id);
        }
    }
}

#[test]
fn the_picture_has_one_sign_for_each_person_and_a_name_in_words() {
    for (page, one, performance, fact) in performances() {
        let picture = the(fact, "svg[role=img]");
        let name = picture.attr("aria-label").map(plain);
        assert_eq!(name.as_deref(), Some(page.word(Word::PeoplePicture)), "{page}: {}", one.id);
        assert_shows_people(picture, performance);
        // The sentences come first: they carry the meaning alone.
        let order: Vec<_> = fact.child_elements().map(|child| child.value().name()).collect();
        assert_eq!(order[..3], ["p", "ul", "svg"], "{page}");
    }
}

#[test]
fn each_group_has_a_sign_of_its_own_and_the_list_shows_it() {
    for (page, one, _, fact) in performances() {
        let sign = |of: &ElementRef| the(*of, "path").attr("d").unwrap().to_owned();
        let in_list: Vec<_> = all(fact, "li").iter().map(sign).collect();
        let in_picture: Vec<_> = all(fact, "pattern").iter().map(sign).collect();
        assert_eq!(in_list, in_picture, "{page}: {}", one.id);
        assert_eq!(in_list.iter().collect::<BTreeSet<_>>().len(), 4, "{page}: {}", one.id);
    }
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn any_numbers_make_a_picture_of_exactly_these_people(
        of in prop_oneof![Just(100_u32), Just(1000)],
        mut cuts in proptest::array::uniform3(0..=1000_u32),
    ) {
        for cut in &mut cuts {
            *cut %= of + 1;
        }
        cuts.sort_unstable();
        let performance = Performance {
            of,
            found: cuts[0],
            missed: cuts[1] - cuts[0],
            false_alarms: cuts[2] - cuts[1],
            left_alone: of - cuts[2],
            what: Localised::new(FR, "une fracture"),
            study: None,
            tested_on: None,
        };
        let page = html::page_for(&page("hospital", FR).notice, FR, Visit::begin(FR), None);
        let document = html::parsed(parts::people(&page, "x", &performance).as_str());
        assert_shows_people(the(document.root_element(), "svg[role=img]"), &performance);
    }
}

/// The hospital's data protection officer cannot stop what others do with national data.
#[test]
fn a_reuse_that_is_decided_elsewhere_names_nobody_of_this_place_to_ask() {
    let mut elsewhere = 0;
    for (page, register) in pages_with_a_register() {
        for one in register.reuses.iter().filter(|one| one.elsewhere && one.contact.is_none()) {
            elsewhere += 1;
            let names = all(reuse_card(page, one), "dt").into_iter().map(text);
            assert!(names.into_iter().all(|name| name != page.word(Word::FactContact)), "{page}");
        }
    }
    assert!(elsewhere >= 4, "in two languages at two levels");
}
