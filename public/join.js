// Puts a text together by its recipe: parts of files that lie in the site anyway, each checked against its integrity, and what
// stands between them. What comes out is the page with everything inside, byte for byte.

/** Base64, a stretch at a time: a call takes only so many arguments. */
function base64(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters);
}

/** Fetches each file of the recipe once; fails whole if one of them is not as it was. A page without a script has open what is folded here. */
async function join({ files, pieces }, more = {}) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  const all = await Promise.all(files.map(async ([address, integrity, folded]) => {
    const answer = await fetch(address, { integrity, credentials: "omit", ...more });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return folded ? new TextEncoder().encode(text.decode(bytes).replace(/<details open/g, "<details")) : bytes;
  }));
  const put = (piece) => {
    if (typeof piece === "string") return piece;
    const [file, from, to] = piece;
    return to === undefined ? base64(all[file]) : text.decode(all[file].subarray(from, to));
  };
  return pieces.map(put).join("");
}
