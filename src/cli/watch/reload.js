// Reloads the page when it has been drawn anew. `eclaire watch` puts this into its answers; it lies in no site.
const { seen } = document.currentScript.dataset;

/** The server answers when the page is another one than this, or after a while. */
const changed = async () => (await (await fetch(`/watch/after/${seen}`)).text()) !== seen;

const look = () => changed().then((is) => (is ? location.reload() : look()), () => setTimeout(look, 1000));
look();
