// A built site and its sources in, every fault that a reader would meet out; exit code 1 if there is one.
//
//   node tools/site_proof.mjs SITE [DOCS]     every page of a site, with the Markdown that it was built from
//   node tools/site_proof.mjs FILE.html       the single file, with scripts switched off
//
// Needs Chromium (CHROMIUM=/usr/bin/chromium) and puppeteer-core below the folder where it is called, and asks
// nobody: Chromium may resolve no name, so a request that would leave this machine fails and is reported.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, posix, relative, resolve } from "node:path";

const puppeteer = createRequire(join(process.cwd(), "x"))("puppeteer-core");
const KINDS = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml" };
const STOPS = 15; // of the tab key, in header and navigation, that are looked at on each page
const PAPER = 680; // px: A4 without its margins
const [where, docs] = process.argv.slice(2).map((path) => resolve(path));
const shots = process.env.SHOTS; // a folder for pictures and PDF files of the pages whose path holds SHOT
const faults = [];

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]);
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": KINDS[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

// What the page itself can tell, run inside it.
function inspect() {
  const visible = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const rgb = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  const over = (top, below) => {
    const [r, g, b, a = 1] = top;
    return [r, g, b].map((value, index) => value * a + below[index] * (1 - a));
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(rgb(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
  const pale = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !visible(element) || element.closest("script, style, noscript, svg")) continue;
    const style = getComputedStyle(element);
    const below = ground(element);
    const [r, g, b, a = 1] = rgb(style.color);
    const [one, other] = [light(over([r, g, b, a * opacity(element)], below)), light(below)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) pale.set(`${element.tagName.toLowerCase()}.${element.className}`, `${ratio.toFixed(2)} "${texts.currentNode.data.trim().slice(0, 40)}"`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    ids,
    names: [...document.querySelectorAll("a[name]")].map((element) => element.name),
    links: [...document.querySelectorAll("a[href]")].map((element) => element.href),
    pale: [...pale].map(([element, what]) => `${element} ${what}`),
    nameless: [...document.querySelectorAll("a[href], button")].filter((element) => visible(element) && !(element.textContent.trim() || element.ariaLabel || element.title || element.querySelector("img[alt]"))).map((element) => element.outerHTML.slice(0, 100)),
    broken: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src.slice(0, 100)),
    headings: [...document.querySelectorAll("article h1")].length,
  };
}

function wide(paper) {
  return [...document.querySelectorAll("article *, nav *")]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > paper + 2)
    .map((element) => `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)}`).slice(0, 3);
}

function focused() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    seen: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    inside: box.width > 0 && box.height > 0,
    inArticle: Boolean(at.closest("article")),
    links: document.querySelectorAll("article a[href]").length,
    what: at.outerHTML.slice(0, 90),
  };
}

// Diagrams are drawn into closed shadow roots, which only the protocol can look into.
async function drawn(session) {
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const found = { boxes: 0, drawn: 0 };
  const names = (node) => (node.attributes ?? []).join(" ");
  const has = (node, test) => test(node) || [...(node.children ?? []), ...(node.shadowRoots ?? [])].some((child) => has(child, test));
  const look = (node) => {
    if (/(^| )class (\S+ )*mermaid( |$)/.test(names(node))) {
      found.boxes += 1;
      const failed = has(node, (child) => child.nodeValue?.includes("Syntax error"));
      if (!failed && has(node, (child) => child.nodeName.toLowerCase() === "svg")) found.drawn += 1;
      return;
    }
    for (const child of node.children ?? []) look(child);
  };
  look(root);
  return found;
}

async function whenDrawn(session, wanted) {
  let found = await drawn(session);
  for (let tries = 0; found.drawn < wanted && tries < 60; tries += 1) {
    await new Promise((done) => setTimeout(done, 250));
    found = await drawn(session);
  }
  return found;
}

// The first stops must be seen; from the link that skips the navigation, the next stop is in the text.
async function keyboard(page, say) {
  const stop = async () => {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (at && !at.seen) say(`focus cannot be seen on ${at.what}`);
    if (at && !at.inside) say(`focus is on something without a place: ${at.what}`);
    return at;
  };
  const skip = await page.$(".md-skip");
  let at = await stop();
  for (let presses = 1; at && !at.inArticle && presses < (skip ? STOPS : 1000); presses += 1) at = await stop();
  if (!at) return say("the tab key reaches no link of the text");
  if (at.inArticle || !at.links) return undefined;
  if (!skip) return say("1000 presses of the tab key reach no link of the text");
  await skip.focus();
  await page.keyboard.press("Enter");
  at = await stop();
  return at?.inArticle ? undefined : say(`from the link that skips the navigation, focus goes to ${at?.what}`);
}

async function open(browser, address, say) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
  page.on("pageerror", (error) => say(`error: ${error.message}`));
  page.on("dialog", async (dialog) => { say(`dialog: ${dialog.message()}`); await dialog.dismiss(); });
  page.on("requestfailed", (request) => request.failure().errorText !== "net::ERR_ABORTED" && say(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && say(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.href !== address && url.host !== new URL(address).host) say(`request: ${url}`);
    if (url.protocol === "file:" && url.pathname !== new URL(address).pathname) say(`request: ${url}`);
  });
  return page;
}

async function prove(browser, address, path, wanted, kept) {
  const say = (what) => faults.push(`${path}: ${what}`);
  const page = await open(browser, address, say);
  if (!wanted.scripts) await page.setJavaScriptEnabled(false);
  await page.goto(address, { waitUntil: "load" });
  const session = await page.createCDPSession();
  if (wanted.scripts) {
    const found = await whenDrawn(session, wanted.diagrams);
    if (found.boxes !== wanted.diagrams || found.drawn !== wanted.diagrams) say(`${wanted.diagrams} diagrams in the source, ${found.boxes} on the page, ${found.drawn} drawn`);
    kept.diagrams += found.drawn;
  }
  const seen = await page.evaluate(inspect);
  for (const element of seen.pale) say(`contrast: ${element}`);
  for (const element of seen.nameless) say(`no name: ${element}`);
  for (const source of seen.broken) say(`picture: ${source}`);
  if (wanted.language && seen.language !== wanted.language) say(`language is ${seen.language}`);
  for (const id of new Set(seen.ids.filter((id, index) => seen.ids.indexOf(id) !== index))) kept.twice.push(`${path}: #${id}`);
  kept.pages.set(address, seen);
  await keyboard(page, say);
  if (shots && path.includes(process.env.SHOT ?? "")) await picture(page, path);
  await page.emulateMediaType("print");
  await page.setViewport({ width: PAPER, height: 900 });
  for (const element of await page.evaluate(wide, PAPER)) say(`print: too wide: ${element}`);
  await page.close();
}

async function picture(page, path) {
  const name = join(shots, path.replaceAll("/", "_"));
  mkdirSync(dirname(name), { recursive: true });
  await page.screenshot({ path: `${name}.png` });
  await page.pdf({ path: `${name}.pdf`, format: "A4", preferCSSPageSize: true });
}

function follow(kept) {
  let count = 0;
  for (const [address, { links }] of kept.pages) {
    for (const link of new Set(links)) {
      count += 1;
      const url = new URL(link);
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const there = kept.pages.get(url.href.endsWith("/") ? `${url.href}index.html` : url.href);
      if (!there) faults.push(`${address}: dead link ${link}`);
      else if (anchor && ![...there.ids, ...there.names].includes(anchor)) faults.push(`${address}: dead anchor ${link}`);
    }
  }
  return count;
}

// The search of Material stands in the page, that of Zensical in a closed shadow root.
async function search(browser, address, words) {
  for (const word of words) {
    const page = await open(browser, address, (what) => faults.push(`search ${word}: ${what}`));
    await page.goto(address, { waitUntil: "load" });
    await page.click((await page.$(".md-search__button")) ? ".md-search__button" : ".md-search__input");
    await new Promise((done) => setTimeout(done, 1000));
    await page.keyboard.type(word);
    await new Promise((done) => setTimeout(done, 3000));
    const session = await page.createCDPSession();
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const marked = JSON.stringify(root).split('"nodeName":"MARK"').length - 1;
    if (!marked) faults.push(`search: nothing found for ${word}`);
    else console.log(`search "${word}": ${marked} places found`);
    await page.close();
  }
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking"],
});
const kept = { pages: new Map(), twice: [], diagrams: 0 };
if (statSync(where).isFile()) {
  await prove(browser, `file://${where}`, relative(dirname(where), where), { scripts: false, diagrams: 0 }, kept);
} else {
  const server = await serve(where);
  const root = `http://127.0.0.1:${server.address().port}/`;
  for (const file of walk(where).filter((name) => name.endsWith(".html") && !name.endsWith("404.html")).sort()) {
    const path = relative(where, file).replaceAll("\\", "/");
    const source = docs && join(docs, path.replace(/html$/, "md"));
    const diagrams = source && existsSync(source) ? (readFileSync(source, "utf8").match(/^```mermaid$/gm) ?? []).length : 0;
    const undrawn = docs && !existsSync(join(docs, "assets/mermaid.min.js"));
    const language = posix.dirname(path).split("/")[0];
    await prove(browser, root + path, path, { scripts: true, diagrams: undrawn ? 0 : diagrams, language: language.length === 2 ? language : "" }, kept);
  }
  await search(browser, `${root}index.html`, (process.env.WORDS ?? "Entscheidung,decision").split(","));
  server.close();
}
const links = follow(kept);
await browser.close();
if (process.env.TWICE) console.log(kept.twice.join("\n"));
console.log(`${kept.pages.size} pages, ${links} links, ${kept.diagrams} diagrams drawn, ${kept.twice.length} ids that stand twice, ${faults.length} faults`);
const once = [...new Map(faults.map((fault) => [fault.replace(/^[^:]*: /, ""), fault])).values()];
for (const fault of once.slice(0, 60)) console.log(fault);
process.exit(faults.length ? 1 : 0);
