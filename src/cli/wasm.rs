//! A program as it is delivered: Wasm without the names that only debuggers read, half of the file, and with short names for what it
//! takes from its glue and gives to it.
//!
//! wasm-bindgen's names end in sixteen digits by chance, which no compression makes smaller, and stand in both files: 5 KB of every
//! patient's download. `wasm-opt` would take the names away too; measured here it saves nothing more after brotli, and costs a
//! package of 100 MB.

use std::collections::BTreeMap;

/// A program and its glue. What does not look as wasm-bindgen writes it comes back with the names it has.
pub(super) fn finished(wasm: &[u8], glue: &str) -> (Vec<u8>, String) {
    let (wasm, glue) = (without_names(wasm), without_unused_classes(glue));
    shortened(&wasm, &glue).unwrap_or((wasm, glue))
}

/// The Wasm without its custom sections `name` and `producers`. Bytes that are not Wasm come back as they are.
fn without_names(wasm: &[u8]) -> Vec<u8> {
    sections(wasm).map_or_else(
        || wasm.to_vec(),
        |sections| {
            let keep =
                sections.into_iter().filter(|section| !matches!(section.name, Some(b"name" | b"producers")));
            wasm[..8].iter().chain(keep.flat_map(|section| section.bytes)).copied().collect()
        },
    )
}

/// The glue without the classes that nothing in it makes: a library in the program's tree has some (for streams), which no page calls.
fn without_unused_classes(glue: &str) -> String {
    let names = glue.lines().filter_map(|line| line.strip_prefix("export class ")?.strip_suffix(" {"));
    names.fold(glue.to_owned(), |glue, name| without_class(&glue, name).unwrap_or(glue))
}

fn without_class(glue: &str, name: &str) -> Option<String> {
    let (before, rest) = glue.split_once(&format!("export class {name} {{\n"))?;
    let (_, rest) = rest.split_once(&format!("\nif (Symbol.dispose) {name}."))?;
    let (between, rest) = rest.split_once('\n')?.1.split_once(&format!("const {name}Finalization = "))?;
    let (_, after) = rest.split_once(";\n")?;
    let without = [before, between, after].concat();
    (!without.contains(name)).then_some(without)
}

/// Both with short names; `None` if something is not as expected.
fn shortened(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let sections = sections(wasm)?;
    let of_kind = |id| sections.iter().find(|section| section.id == id).map(|section| section.content);
    let (imports, exports) = (imports(of_kind(IMPORTS)?)?, exports(of_kind(EXPORTS)?)?);
    let module = imports.first()?.module;
    if imports.iter().any(|import| import.module != module) || glue.matches(module).count() != 1 {
        return None;
    }
    // What the glue gives: the keys of one object, each on a line of its own.
    let keys: BTreeMap<&str, String> =
        imports.iter().enumerate().map(|(number, import)| (import.name, letters(number))).collect();
    if keys.keys().any(|key| glue.matches(&format!("\n{key}: ")).count() != 1) {
        return None;
    }
    // What the glue calls, wherever it does so.
    let called: BTreeMap<&str, String> = exports
        .iter()
        .filter(|export| is_by_chance(export.name))
        .enumerate()
        .map(|(number, export)| (export.name, format!("${number}")))
        .collect();
    let line = |line: &str| {
        let key = line.split_once(": ").and_then(|(key, rest)| Some(format!("{}: {rest}", keys.get(key)?)));
        let line = key.unwrap_or_else(|| line.replace(module, GLUE));
        called.iter().fold(line, |line, (name, short)| line.replace(name, short)) + "\n"
    };
    let glue: String = glue.lines().map(line).collect();

    let mut short = wasm[..8].to_vec();
    for section in &sections {
        let content = match section.id {
            IMPORTS => listed(
                imports.iter().map(|one| [text(GLUE), text(&keys[one.name]), one.what.to_vec()].concat()),
            ),
            EXPORTS => {
                let name = |name| called.get(name).map_or(name, String::as_str);
                listed(exports.iter().map(|one| [text(name(one.name)), one.what.to_vec()].concat()))
            }
            _ => {
                short.extend_from_slice(section.bytes);
                continue;
            }
        };
        short.push(section.id);
        short.extend(bytes_of(content.len()));
        short.extend(content);
    }
    Some((short, glue))
}

/// The one name under which a program knows its glue.
const GLUE: &str = "./glue";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Whether a name ends as wasm-bindgen makes those differ that would be the same: `h` and sixteen digits.
fn is_by_chance(name: &str) -> bool {
    let digits = name.as_bytes().split_last_chunk::<17>().map(|(_, end)| end);
    digits.is_some_and(|[first, digits @ ..]| *first == b'h' && digits.iter().all(u8::is_ascii_hexdigit))
}

/// A number in letters: `a`, `b` … `z`, `ab` …
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        // A remainder of 26 is a byte.
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters;
        }
    }
}

struct Import<'a> {
    module: &'a str,
    name: &'a str,
    /// That it is a function, and of which type.
    what: &'a [u8],
}

/// What a program takes from its glue; `None` if it takes anything but functions.
fn imports(content: &[u8]) -> Option<Vec<Import<'_>>> {
    let (count, mut rest) = number(content)?;
    let mut imports = Vec::new();
    for _ in 0..count {
        let (module, after) = named(rest)?;
        let (name, after) = named(after)?;
        let (kind, of_type) = after.split_first()?;
        rest = number(of_type)?.1;
        imports.push(Import { module, name, what: &after[..after.len() - rest.len()] });
        (*kind == 0).then_some(())?;
    }
    rest.is_empty().then_some(imports)
}

struct Export<'a> {
    name: &'a str,
    /// Of which kind it is, and which of them.
    what: &'a [u8],
}

fn exports(content: &[u8]) -> Option<Vec<Export<'_>>> {
    let (count, mut rest) = number(content)?;
    let mut exports = Vec::new();
    for _ in 0..count {
        let (name, after) = named(rest)?;
        rest = number(after.get(1..)?)?.1;
        exports.push(Export { name, what: &after[..after.len() - rest.len()] });
    }
    rest.is_empty().then_some(exports)
}

/// A text and what follows it.
fn named(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, after) = number(bytes)?;
    Some((str::from_utf8(after.get(..length)?).ok()?, &after[length..]))
}

fn text(text: &str) -> Vec<u8> {
    [bytes_of(text.len()), text.as_bytes().to_vec()].concat()
}

fn listed(all: impl ExactSizeIterator<Item = Vec<u8>>) -> Vec<u8> {
    bytes_of(all.len()).into_iter().chain(all.flatten()).collect()
}

/// An unsigned number in LEB128.
fn bytes_of(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        // Seven bits are a byte.
        let low = (number & 0x7f) as u8;
        number >>= 7;
        bytes.push(low | if number == 0 { 0 } else { 0x80 });
        if number == 0 {
            return bytes;
        }
    }
}

struct Section<'a> {
    /// Of which kind it is.
    id: u8,
    /// The name of a custom section.
    name: Option<&'a [u8]>,
    /// The section with its head.
    bytes: &'a [u8],
    /// Without it.
    content: &'a [u8],
}

/// The sections after the eight bytes of magic and version; `None` if it is not Wasm.
fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    let mut sections = Vec::new();
    while let [id, after @ ..] = rest {
        let (size, body) = number(after)?;
        let head = 1 + after.len() - body.len();
        let content = body.get(..size)?;
        let name =
            if *id == 0 { number(content).and_then(|(length, text)| text.get(..length)) } else { None };
        sections.push(Section { id: *id, name, bytes: &rest[..head + size], content });
        rest = &rest[head + size..];
    }
    Some(sections)
}

/// An unsigned LEB128 number and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{bytes_of, finished, letters, listed, text, without_names};

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn names_go_and_everything_else_stays() {
        let kept = [b"\x00\x06\x05other".as_slice(), b"\x05\x03\x01\x00\x01"].concat();
        let wasm = [HEAD, b"\x00\x07\x04nameab".as_slice(), &kept].concat();
        assert_eq!(without_names(&wasm), [HEAD, &kept].concat());
    }

    #[test]
    fn what_is_not_wasm_comes_back_as_it_is() {
        for bytes in [b"".as_slice(), b"\0asm", b"hello world", b"\0asm\x01\0\0\0\x00\xff\xff\xff\xff\xff"] {
            assert_eq!(without_names(bytes), bytes);
        }
    }

    /// A program that takes two functions from its glue and gives two, and that glue, as wasm-bindgen writes them.
    fn small() -> (Vec<u8>, String) {
        let section = |id: u8, content: Vec<u8>| [vec![id], bytes_of(content.len()), content].concat();
        let import = |name| [text("./app_bg.js"), text(name), vec![0, 1]].concat();
        let imports =
            listed(["__wbg_add_0123456789abcdef", "__wbg_new_fedcba9876543210"].map(import).into_iter());
        let export = |(name, which)| [text(name), vec![0, which]].concat();
        let exports = listed([("start", 2), ("invoke__h0123456789abcdef", 3)].map(export).into_iter());
        let wasm =
            [HEAD.to_vec(), section(2, imports), b"\x05\x03\x01\x00\x01".to_vec(), section(7, exports)];
        (wasm.concat(), GLUE_OF_SMALL.replace("\n    ", "\n").trim_start().to_owned())
    }

    const GLUE_OF_SMALL: &str = "
    export class Stream {
    free() { StreamFinalization.unregister(this); }
    }
    if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
    export function start(root) {
    wasm.start(root);
    }
    const import0 = {
    __proto__: null,
    __wbg_add_0123456789abcdef: function(arg0) {
    invoke__h0123456789abcdef(arg0);
    },
    __wbg_new_fedcba9876543210: function() {
    },
    };
    const imports = { \"./app_bg.js\": import0 };
    function invoke__h0123456789abcdef(arg0) {
    wasm.invoke__h0123456789abcdef(arg0);
    }
    const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));
    ";

    #[test]
    fn a_program_and_its_glue_have_the_same_short_names_and_say_the_rest_as_before() {
        let (wasm, glue) = small();
        let (short, glue) = finished(&wasm, &glue);
        let expected = "export function start(root) {\nwasm.start(root);\n}\nconst import0 = {\n__proto__: null,\n\
            a: function(arg0) {\n$0(arg0);\n},\nb: function() {\n},\n};\nconst imports = { \"./glue\": import0 };\n\
            function $0(arg0) {\nwasm.$0(arg0);\n}\n";
        assert_eq!(glue, expected);
        let imports = b"\x02\x17\x02\x06./glue\x01a\x00\x01\x06./glue\x01b\x00\x01";
        let exports = b"\x07\x0e\x02\x05start\x00\x02\x02$0\x00\x03";
        assert_eq!(short, [HEAD, imports, b"\x05\x03\x01\x00\x01", exports].concat());
    }

    #[test]
    fn where_the_glue_does_not_have_what_the_program_takes_every_name_stays() {
        let (wasm, glue) = small();
        let other = glue.replace("__wbg_new_fedcba9876543210", "__wbg_new_0000000000000000");
        let (same, other) = finished(&wasm, &other);
        assert_eq!(same, wasm);
        assert!(other.contains("__wbg_add_0123456789abcdef") && other.contains("invoke__h0123456789abcdef"));
    }

    #[test]
    fn a_class_that_the_glue_itself_makes_stays() {
        let (wasm, glue) = small();
        let (_, glue) = finished(&wasm, &(glue + "const made = new Stream();\n"));
        assert!(glue.contains("export class Stream {") && glue.contains("const StreamFinalization"));
    }

    #[test]
    fn no_two_numbers_have_the_same_letters() {
        let all: std::collections::BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!(all.len(), 2000);
    }
}
