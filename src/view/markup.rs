//! A part of a page, written: the HTML of a Leptos view, in which Leptos has escaped whatever is text.
//!
//! What the patients' page consists of is never changed piece by piece: it is written, and where it changes it is written anew. So
//! no view of it needs the code that makes its elements one by one, compares and replaces them, which Leptos's own `AnyView` carries
//! for each kind of view: it was a third of the patients' program.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// Written HTML. It can only be made of a view: no text becomes HTML unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup(String);

/// What can be written: every view of which nothing changes by itself.
pub trait IntoMarkup {
    /// Writes it.
    fn markup(self) -> Markup;
}

/// Programs for which Leptos makes elements cannot write (it would have to be built otherwise): there the browser writes what was made.
#[cfg(all(feature = "csr", not(feature = "ssr")))]
impl<T: RenderHtml> IntoMarkup for T {
    fn markup(self) -> Markup {
        let around = Rndr::create_element("div", None);
        self.build().mount(&around, None);
        // Where nothing stands, Leptos keeps a place with an empty comment.
        Markup(around.inner_html().replace("<!---->", ""))
    }
}

#[cfg(not(all(feature = "csr", not(feature = "ssr"))))]
impl<T: RenderHtml> IntoMarkup for T {
    fn markup(self) -> Markup {
        let mut html = String::new();
        self.to_html_with_buf(&mut html, &mut Position::default(), true, false, Vec::new());
        Markup(html)
    }
}

impl Markup {
    /// The same with more after it.
    pub fn with(mut self, more: &Markup) -> Markup {
        self.0 += &more.0;
        self
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The nodes of written HTML that stands in a view which Leptos makes element by element.
#[derive(Debug)]
pub struct Nodes(Vec<Node>);

impl Mountable for Nodes {
    fn unmount(&mut self) {
        self.0.iter().for_each(Rndr::remove);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.iter().for_each(|node| Rndr::insert_node(parent, node, marker));
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.0.first();
        let parent = first.and_then(Rndr::get_parent).and_then(Element::cast_from);
        parent.inspect(|parent| child.mount(parent, first)).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        self.0.iter().cloned().filter_map(Element::cast_from).collect()
    }
}

impl Render for Markup {
    type State = Nodes;

    fn build(self) -> Nodes {
        let around = Rndr::create_element("div", None);
        Rndr::set_inner_html(&around, &self.0);
        // Its place is kept where there is nothing.
        Rndr::insert_node(&around, &Rndr::create_placeholder(), None);
        let mut nodes = Vec::new();
        while let Some(node) = Rndr::first_child(&around) {
            Rndr::remove(&node);
            nodes.push(node);
        }
        Nodes(nodes)
    }

    fn rebuild(self, state: &mut Nodes) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Markup {
    type Output<NewAttr: Attribute> = Markup;

    /// What is written takes no further attribute.
    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Markup {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Markup;
    type Owned = Markup;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Markup {
        self
    }

    fn html_len(&self) -> usize {
        self.0.len()
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _attributes: Vec<AnyAttribute>,
    ) {
        html.push_str(&self.0);
        *position = Position::NextChild;
    }

    /// No page of ours takes over elements that are there: what stood there goes away whole.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Nodes {
        self.build()
    }

    fn into_owned(self) -> Markup {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::IntoMarkup;
    use leptos::prelude::*;

    const HOSTILE: &str = "<script>\"&' onclick=x";

    #[test]
    fn no_text_becomes_html_wherever_it_stands() {
        let written =
            view! { <p class=HOSTILE title=HOSTILE.to_owned()>{HOSTILE}<b>{HOSTILE.to_owned()}</b></p> };
        let text = "&lt;script&gt;\"&amp;' onclick=x";
        let value = "&lt;script&gt;&quot;&amp;' onclick=x";
        let expected = format!("<p title=\"{value}\" class=\"{value}\">{text}<b>{text}</b></p>");
        assert_eq!(written.markup().as_str(), expected);
    }

    #[test]
    fn what_is_written_stands_in_another_view_as_it_was_written() {
        let inside = view! { <b>{HOSTILE}</b> }.markup();
        let around = view! { <p>{inside.clone()}</p> }.markup();
        assert_eq!(around.as_str(), format!("<p>{}</p>", inside.as_str()));
        assert_eq!(inside.clone().with(&inside).as_str(), inside.as_str().repeat(2));
    }
}
