//! What a voice reads of a part of the page: what can be seen of it, block by block; and where on the page a sentence stands.
//! The text itself is not touched: the sentence that is being said is marked with the browser's own highlight, where it has
//! one.

use super::{Block, Sentence};
use crate::content::Language;
use crate::device::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDetailsElement, Node};

/// Not read: what is not for the ear, and controls, whose labels are. What describes a row is hidden from its name only.
const SILENT: &str = ".visually-hidden, .change, .version, .staff-button, [hidden], [aria-hidden=true]:not(.says), svg, pre, button, input";
/// Parts of a sentence; everything else begins and ends one.
const INLINE: &str =
    "a, em, strong, small, bdi, dfn, b, span:not(.sentence, .paragraph, .question-item, .question-text)";
/// The name of the highlight in the style.
const HIGHLIGHT: &str = "aloud";

/// The text of some parts of the page.
#[derive(Default)]
pub struct Spoken {
    blocks: Vec<Block>,
    /// For each block the pieces of text on the page of which it consists, and at which byte each begins.
    pieces: Vec<Vec<(Node, usize)>>,
}

impl Spoken {
    /// What can be seen in these elements and is not above a place, in CSS pixels below the top of the window.
    pub fn of(elements: &[Element], from: f64, language: Language) -> Spoken {
        let mut spoken = Spoken::default();
        for element in elements {
            spoken.end();
            spoken.walk(element, from, language);
        }
        spoken
    }

    /// Its blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Marks the sentence that is being said.
    pub fn mark(&self, sentence: &Sentence) {
        let ends = self.pieces.get(sentence.block).zip(self.blocks.get(sentence.block));
        let Some((pieces, block)) = ends else { return };
        let at = |byte: usize| {
            let (node, start) = pieces.iter().rev().find(|(_, start)| *start <= byte)?;
            let before = block.text.get(*start..byte)?;
            Some((node.clone(), u32::try_from(before.encode_utf16().count()).ok()?))
        };
        let range = || {
            let range = document()?.create_range().ok()?;
            let (start, end) = (at(sentence.place.start)?, at(sentence.place.end)?);
            range.set_start(&start.0, start.1).ok()?;
            range.set_end(&end.0, end.1).ok()?;
            Some(range)
        };
        if let Some(range) = range() {
            set_highlight(Some(&range));
        }
    }

    fn walk(&mut self, element: &Element, from: f64, language: Language) {
        let rect = element.get_bounding_client_rect();
        let unseen = rect.bottom() <= from || (rect.width() == 0.0 && rect.height() == 0.0);
        if unseen || element.matches(SILENT).unwrap_or(true) {
            return;
        }
        let language =
            element.get_attribute("lang").map_or(Some(language), |code| Language::from_code(&code));
        // In a language that no voice of ours reads, silence is better than noise.
        let Some(language) = language else { return };
        let inline = element.matches(INLINE).unwrap_or_default();
        let block = |spoken: &mut Spoken| {
            if !inline {
                spoken.end();
            }
        };
        block(self);
        let closed = element.dyn_ref::<HtmlDetailsElement>().is_some_and(|details| !details.open());
        let mut next = element.first_child();
        while let Some(node) = next {
            match node.dyn_ref::<Element>() {
                Some(child) if !closed || child.tag_name() == "SUMMARY" => self.walk(child, from, language),
                None if !closed && node.node_type() == Node::TEXT_NODE => self.add(&node, language),
                _ => {}
            }
            next = node.next_sibling();
        }
        block(self);
    }

    fn add(&mut self, node: &Node, language: Language) {
        let text = node.text_content().unwrap_or_default();
        if self.blocks.last().is_some_and(|last| !last.text.is_empty() && last.language != language) {
            self.end();
        }
        if self.blocks.is_empty() {
            self.end();
        }
        if let (Some(block), Some(pieces)) = (self.blocks.last_mut(), self.pieces.last_mut()) {
            block.language = language;
            pieces.push((node.clone(), block.text.len()));
            block.text.push_str(&text);
        }
    }

    /// Ends a block; what follows is another.
    fn end(&mut self) {
        if self.blocks.last().is_none_or(|last| !last.text.is_empty()) {
            self.blocks.push(Block { text: String::new(), language: Language::Fr });
            self.pieces.push(Vec::new());
        }
    }
}

/// Marks nothing any more.
pub fn clear_highlight() {
    set_highlight(None);
}

/// `CSS.highlights`, which older browsers lack: then nothing is marked.
fn set_highlight(range: Option<&web_sys::Range>) {
    let mark = || -> Result<(), JsValue> {
        let Some(window) = window() else { return Ok(()) };
        let registry = Reflect::get(&Reflect::get(&window, &"CSS".into())?, &"highlights".into())?;
        let call = |name: &str| Reflect::get(&registry, &name.into())?.dyn_into::<Function>();
        match range {
            Some(range) => {
                let make: Function = Reflect::get(&window, &"Highlight".into())?.dyn_into()?;
                let highlight = Reflect::construct(&make, &js_sys::Array::of1(range))?;
                call("set")?.call2(&registry, &HIGHLIGHT.into(), &highlight)?;
            }
            None => {
                call("delete")?.call1(&registry, &HIGHLIGHT.into())?;
            }
        }
        Ok(())
    };
    // Without it the text is read all the same.
    let _ = mark();
}
