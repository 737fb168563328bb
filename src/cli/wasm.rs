//! Takes out of a Wasm file what only debuggers read: the names of functions, half of the file.
//!
//! `wasm-opt` would do it too; measured here it saves nothing more after brotli, and costs a package of 100 MB.

/// The Wasm without its custom sections `name` and `producers`. Bytes that are not Wasm come back as they are.
pub(super) fn without_names(wasm: &[u8]) -> Vec<u8> {
    sections(wasm).map_or_else(
        || wasm.to_vec(),
        |sections| {
            let keep =
                sections.into_iter().filter(|section| !matches!(section.name, Some(b"name" | b"producers")));
            wasm[..8].iter().chain(keep.flat_map(|section| section.bytes)).copied().collect()
        },
    )
}

struct Section<'a> {
    /// The name of a custom section.
    name: Option<&'a [u8]>,
    /// The section with its head.
    bytes: &'a [u8],
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
        sections.push(Section { name, bytes: &rest[..head + size] });
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
    use super::without_names;

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
}
