// Makes the single file when somebody opens its address, joined behind join.js: it is put together here, on this device, and can be
// saved. Without it the page still leads to the patients' page.
try {
  const text = await join(JSON.parse(document.getElementById("recipe").textContent));
  const file = document.getElementById("file");
  file.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  file.parentElement.hidden = false;
} catch (error) {
  console.warn("Éclaire: the file cannot be made here.", error);
}
