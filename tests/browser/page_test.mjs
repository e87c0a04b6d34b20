// SPDX-License-Identifier: Apache-2.0
// What a reader does with the page: look at it on a desk and on a phone, walk through it with the keyboard, print it.
// Screenshots are left beside the page, to be looked at.
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const file = pathToFileURL(path.resolve(process.argv[2])).href;
const name = path.basename(process.argv[2], ".html");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => assert.fail(`console: ${message.text()}`));
  await page.goto(file);
  assert.deepEqual(requests, [file], "the page asks for something else");
  return page;
}

const sourceBar = (page) => page.evaluate(() => getComputedStyle(document.activeElement, "::after").content);

try {
  for (const [label, width, height] of [["desktop", 1280, 900], ["phone", 390, 844]]) {
    const page = await open(width, height);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${label}: the page itself scrolls sideways by ${overflow} px`);
    await page.screenshot({ path: `${name}-${label}.png`, fullPage: true });
    if (label === "phone") {
      const region = page.locator(".scroll:has(table.template:not(.few))").first();
      assert.ok(await region.evaluate((box) => box.scrollWidth > box.clientWidth), "phone: the table does not scroll");
      await region.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((box) => box.scrollLeft > 0, await region.elementHandle());
    }
    await page.close();
  }

  const page = await open(1280, 900);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip", "the first stop is no skip link");
  await page.keyboard.press("Enter");
  let stops = 0;
  do {
    await page.keyboard.press("Tab");
    assert.ok(++stops < 50, "no value is reached by the keyboard");
  } while (!(await page.evaluate(() => document.activeElement.id.startsWith("cell-"))));
  assert.match(await sourceBar(page), /原文/, "focus does not show the source");
  const described = await page.evaluate(
    () => document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent);
  assert.match(described, /第\d+行/, "the description has no place");
  await page.screenshot({ path: `${name}-focus.png` });
  await page.keyboard.press("Enter");
  await page.waitForURL(/#source-\d+$/);  // a busy machine takes its time
  const note = page.locator(":target");
  assert.ok(await note.isVisible());
  await note.locator("a").click();
  await page.waitForURL(/#cell-\d+$/);

  const blank = page.locator("td.blank a").first();
  await blank.hover();
  const reason = await blank.evaluate((link) => getComputedStyle(link, "::after").content);
  assert.match(reason, /空白/, "hovering a blank does not say why");
  await page.close();

  const print = await open(1280, 900);
  await print.emulateMedia({ media: "print" });
  assert.equal(await print.locator(".contents").isVisible(), false);
  const pdf = await print.pdf({ path: `${name}-print.pdf`, preferCSSPageSize: true });
  assert.ok(pdf.length > 20000, "the printed file is too small");
  await print.close();
  console.log(`chromium: ${name} passes on desktop, phone, keyboard and paper`);
} finally {
  await browser.close();
}
