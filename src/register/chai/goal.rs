//! Whether metrics were measured for the product of their card. Two of eighteen published cards have each other's: the numbers of a
//! search for calcium stood on the card of a search for a torn vessel.
//!
//! The goal of metrics names what was looked for. If no word of it stands in what the card says the product is for, a person has to
//! look. Words that any study has say nothing. This module must not know how a card is read.

/// Words of studies and of software: they stand on any card.
const ANYWHERE: &str = "\
    ability about above accuracy adult adults aged agreement aided algorithm also analysis analyzed analysing \
    application assist available based both case cases category clinical communicating communication compare compared \
    computer containing contrast data designed detect detection device devices differences each equivalent estimated \
    evaluate exams findings five following from gender general hospital hospitals identify identifying image images \
    imaging include included including indicated information input intended location measure measurement medical \
    metric model multiple negative networks notification number observed older output outputs parameter parameters \
    pathologies patient patients performance positive product providing quantification radiological radiologist \
    radiologists report reports result results scan scans selected sensitivity site sites size software solution \
    specialist specialists specificity study studies suspect suspected system test that their these this those time \
    tool trained triage used user users uses using variables were which with within without workflow years";

/// Whether the goal names something, and nothing of what the product is for.
pub(super) fn is_of_another(goal: &str, product: &[String]) -> bool {
    let goal = telling(goal);
    let product: Vec<String> = product.iter().flat_map(|text| telling(text)).collect();
    !goal.is_empty() && !product.is_empty() && goal.iter().all(|word| !product.contains(word))
}

/// The words that tell one product from another, in small letters and without the -s of the plural.
fn telling(text: &str) -> Vec<String> {
    let words = text.split(|one: char| !one.is_alphabetic()).map(str::to_lowercase);
    let telling =
        words.filter(|word| word.chars().count() > 3 && !ANYWHERE.split(' ').any(|one| one == word));
    telling.map(|word| word.trim_end_matches('s').to_owned()).collect()
}
