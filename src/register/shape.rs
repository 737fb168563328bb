//! The structure of a register file as data: which fields there are, of which kind, and which may be left out.
//!
//! Made by the same macros as the reader and the writer ([`super::read`]), so that a form drawn from it has every field
//! of the format, and no other. This module must not know how a form looks, or what a field is called in French.

/// What kind of value stands somewhere in a register file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A text that is the same in every language: a telephone number, a product.
    Text,
    /// A whole number.
    Number,
    /// True or false.
    YesNo,
    /// A day or a month.
    Day,
    /// A short name for machines ([`crate::choices::Id`]).
    Name,
    /// A text by language.
    Localised,
    /// One of a closed list of names: what the list is called, and the names.
    Choice(&'static str, Vec<&'static str>),
    /// An object.
    Group(Group),
    /// A list.
    List(Box<Shape>),
}

/// The fields of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name of its type, such as `ContactFile`.
    pub name: &'static str,
    /// Its fields, in the order of the format.
    pub fields: Vec<Field>,
}

/// One field of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key in the file.
    pub key: &'static str,
    /// What it means that it is not there.
    pub presence: Presence,
    /// What stands there.
    pub shape: Shape,
}

/// What it means that a field is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It has to be there.
    Obligatory,
    /// It may be left out; what that means is for the field to say. An empty list is not the same as none.
    Optional,
    /// A list without elements.
    List,
}

impl Shape {
    /// The shape of what stands at a path such as `uses[0].hosting.country`; `None` if the format has no such place.
    pub fn at(&self, path: &str) -> Option<Shape> {
        if path.is_empty() {
            return Some(self.clone());
        }
        match self {
            Shape::Group(group) => {
                let path = path.strip_prefix('.').unwrap_or(path);
                let end = path.find(['.', '[']).unwrap_or(path.len());
                let field = group.fields.iter().find(|field| field.key == &path[..end])?;
                field.shape.at(&path[end..])
            }
            Shape::List(inner) => {
                let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
                index.parse::<usize>().ok()?;
                inner.at(rest)
            }
            Shape::Localised => {
                let code = path.strip_prefix('.')?;
                crate::content::Language::from_code(code).map(|_| Shape::Text)
            }
            _ => None,
        }
    }
}
