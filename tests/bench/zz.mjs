import { Browser } from "./browser.mjs";
import { serve } from "./server.mjs";
import { FORMS, hostPage } from "./subjects.mjs";
const b = await Browser.start();
const s = await serve({ folder: "/tmp/bench-dist" }); const h = await serve({ page: hostPage("/tmp/bench-dist", s.port) });
const v = await b.visit(`http://127.0.0.1:${h.port}/`, FORMS.embed);
console.log(v.presses, v.paint, v.first, v.there, JSON.stringify(v.log)); 
await b.stop(); process.exit();
