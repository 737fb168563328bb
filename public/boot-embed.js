// Starts an embed whose program is shared by many places, joined behind join.js and whole.js: fetches what belongs inside, then forbids itself to
// ask for anything more, and goes on as a page that has everything inside. If anything fails, the page stays as it came.
try {
  await parsed;
  const inside = await join(JSON.parse(document.getElementById("recipe").textContent));
  // From here on, whatever runs here: a policy can be added to, never taken from.
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
  document.body.append(document.createRange().createContextualFragment(inside));
} catch (error) {
  console.warn("Éclaire: the page goes on without its program.", error);
}
