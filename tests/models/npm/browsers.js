import { chromium } from "playwright";
import puppeteer from "puppeteer";

export async function chart(url) {
  const browser = await puppeteer.launch(); // effect: wait process
  const page = await browser.newPage(); // effect: wait process
  await page.goto(url); // effect: wait process
  const pdf = await page.pdf(); // effect: wait process
  await browser.close(); // effect: wait process
  return pdf;
}

export async function title(url) {
  const context = await (await chromium.launch()).newContext(); // effect: wait process
  const page = await context.newPage(); // effect: wait process
  await page.goto(url); // effect: wait process
  return page.url();
}
