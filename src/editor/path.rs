//! Finding a place in a tree by a path such as `uses[0].hosting.country`, and changing it.
//!
//! A file may have keys with dots or brackets in them, which the format never has: what stands in the tree is followed first,
//! key by key, so that even such a place can be shown and taken away.

use crate::register::{Json, Presence, Shape};

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The value at a path.
pub(super) fn find<'t>(tree: &'t Json, path: &str) -> Option<&'t Json> {
    follow(tree, path).map(|(found, _)| found)
}

/// The steps of a path: as the tree has them, or else as the path is written.
pub(super) fn steps(tree: &Json, path: &str) -> Vec<Step> {
    follow(tree, path).map_or_else(|| written(path), |(_, steps)| steps.into_iter().rev().collect())
}

/// What the path leads to in the tree, with the steps from its end.
fn follow<'t>(tree: &'t Json, path: &str) -> Option<(&'t Json, Vec<Step>)> {
    if path.is_empty() {
        return Some((tree, Vec::new()));
    }
    match tree {
        Json::Object(entries) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            entries.iter().find_map(|(key, value)| {
                let rest = path.strip_prefix(key.as_str())?;
                if !rest.is_empty() && !rest.starts_with(['.', '[']) {
                    return None;
                }
                let (found, mut steps) = follow(value, rest)?;
                steps.push(Step::Key(key.clone()));
                Some((found, steps))
            })
        }
        Json::List(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            let index = index.parse().ok()?;
            let (found, mut steps) = follow(items.get(index)?, rest)?;
            steps.push(Step::Index(index));
            Some((found, steps))
        }
        _ => None,
    }
}

fn written(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.strip_suffix(']').and_then(|index| index.parse().ok()) {
            Some(index) => Step::Index(index),
            None => Step::Key(part.to_owned()),
        })
        .collect()
}

/// Puts a value at a place. What is missing on the way is made; a new key stands where the format has it.
pub(super) fn put(tree: &mut Json, shape: Option<&Shape>, steps: &[Step], value: Json) {
    let Some((step, rest)) = steps.split_first() else {
        *tree = value;
        return;
    };
    match step {
        Step::Key(key) => {
            if !matches!(tree, Json::Object(_)) {
                *tree = Json::Object(Vec::new());
            }
            let Json::Object(entries) = tree else { return };
            let at = entries.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
                let at = place_for(entries, shape, key);
                entries.insert(at, (key.clone(), Json::Null));
                at
            });
            put(&mut entries[at].1, inner(shape, step).as_ref(), rest, value);
        }
        Step::Index(index) => {
            if !matches!(tree, Json::List(_)) {
                *tree = Json::List(Vec::new());
            }
            let Json::List(items) = tree else { return };
            if *index >= items.len() {
                items.push(Json::Null);
            }
            let last = items.len() - 1;
            put(&mut items[(*index).min(last)], inner(shape, step).as_ref(), rest, value);
        }
    }
}

/// Takes the value at a place away, and what is left empty around it as far as the format lets it be left out.
pub(super) fn take(tree: &mut Json, shape: Option<&Shape>, steps: &[Step]) {
    let Some((step, rest)) = steps.split_first() else { return };
    let may_lack = match (shape, step) {
        (Some(Shape::Group(group)), Step::Key(key)) => {
            let field = group.fields.iter().find(|field| field.key == key);
            field.is_some_and(|field| field.presence != Presence::Obligatory)
        }
        (Some(Shape::Localised), _) => true,
        _ => false,
    };
    let inside = inner(shape, step);
    match (tree, step) {
        (Json::Object(entries), Step::Key(key)) => {
            let Some(at) = entries.iter().position(|(name, _)| name == key) else { return };
            if rest.is_empty() {
                entries.remove(at);
                return;
            }
            take(&mut entries[at].1, inside.as_ref(), rest);
            // A text without a language is no text, wherever it stands.
            let bare = inside == Some(Shape::Localised);
            if is_empty(&entries[at].1) && (may_lack || bare) {
                entries.remove(at);
            }
        }
        (Json::List(items), Step::Index(index)) if *index < items.len() => {
            if rest.is_empty() {
                items.remove(*index);
            } else {
                take(&mut items[*index], inside.as_ref(), rest);
            }
        }
        _ => {}
    }
}

fn is_empty(tree: &Json) -> bool {
    match tree {
        Json::Object(entries) => entries.is_empty(),
        Json::List(items) => items.is_empty(),
        _ => false,
    }
}

/// The shape of what a step leads to.
fn inner(shape: Option<&Shape>, step: &Step) -> Option<Shape> {
    match (shape?, step) {
        (Shape::Group(group), Step::Key(key)) => {
            group.fields.iter().find(|field| field.key == key).map(|field| field.shape.clone())
        }
        (Shape::Localised, Step::Key(_)) => Some(Shape::Text),
        (Shape::List(inner), Step::Index(_)) => Some((**inner).clone()),
        _ => None,
    }
}

/// Where a new key goes: before the first that the format has after it.
fn place_for(entries: &[(String, Json)], shape: Option<&Shape>, key: &str) -> usize {
    let order: Vec<&str> = match shape {
        Some(Shape::Group(group)) => group.fields.iter().map(|field| field.key).collect(),
        Some(Shape::Localised) => crate::content::Language::ALL.map(crate::content::Language::code).to_vec(),
        _ => Vec::new(),
    };
    let rank = |key: &str| order.iter().position(|one| *one == key);
    let own = rank(key);
    let later = |(name, _): &(String, Json)| own.is_some_and(|own| rank(name).is_some_and(|one| one > own));
    entries.iter().position(later).unwrap_or(entries.len())
}
