// <eclaire-notice src="https://…/" label="…" height="640"><a href="https://…/">…</a></eclaire-notice>
// A sandboxed frame: your page sees nothing of what happens in it. Without this script the link remains.
// Optional: scheme="light|dark|auto" accent="#0b5563" font="system|serif|sans" corner="none|small|large" auto-height
(() => {
  const NAME = "eclaire-notice";
  const LOOK = ["scheme", "accent", "font", "corner"];
  // Loaded twice, or name taken.
  if (!globalThis.customElements || customElements.get(NAME)) return;

  customElements.define(NAME, class extends HTMLElement {
    #frame;
    #sheet;

    connectedCallback() {
      if (!this.#frame) this.#make();
      addEventListener("message", this.#hear);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
    }

    #make() {
      let address;
      try {
        address = new URL("embed/", new URL(this.getAttribute("src").replace(/\/*$/, "/"), document.baseURI));
      } catch {
        return;
      }
      if (!/^https?:$/.test(address.protocol)) return;
      // The frame takes what it knows, and ignores the rest.
      const look = LOOK.filter((name) => this.hasAttribute(name));
      const theme = look.map((name) => `${name}:${this.getAttribute(name).replace(/[^a-z0-9]/gi, "")}`);
      if (this.hasAttribute("auto-height")) theme.push("height");
      address.search = "";
      address.hash = theme.length ? `theme=${theme}` : "";

      const frame = document.createElement("iframe");
      const is = {
        title: this.getAttribute("label") || "Éclaire",
        loading: "lazy",
        referrerpolicy: "no-referrer",
        allow: "",
        sandbox: "allow-scripts allow-modals",
        width: "100%",
        height: "100%",
        frameborder: "0",
        src: address.href,
      };
      for (const name in is) frame.setAttribute(name, is[name]);
      const root = this.attachShadow({ mode: "open" });
      root.append(frame, document.createElement("slot"));
      try {
        // Under any style-src; stronger than the page's rules.
        this.#sheet = new CSSStyleSheet();
        root.adoptedStyleSheets = [this.#sheet];
      } catch {}
      this.#frame = frame;
      this.#size(this.getAttribute("height") || 640);
    }

    #size(height) {
      height = Math.min(Math.max(Math.ceil(height) || 640, 320), 50000);
      if (!this.#sheet) return this.#frame.setAttribute("height", height);
      this.#sheet.replaceSync(
        `:host{all:initial!important;display:flex!important;flex-direction:column!important;height:${height}px!important}` +
        ":host([hidden]){display:none!important}iframe{flex:1;min-height:0;border:0}slot{font:1rem/2 system-ui,sans-serif}",
      );
    }

    // The one message: the height, from our own frame, if asked for.
    #hear = ({ source, data }) => {
      if (source !== this.#frame?.contentWindow || !this.hasAttribute("auto-height")) return;
      if (data?.eclaire === "height" && Number.isInteger(data.height)) this.#size(data.height + 40);
    };
  });
})();
