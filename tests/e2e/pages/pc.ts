import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, launchApp, type RunningApp } from '../launch.ts'
import { SCREEN } from '../screen-checks.ts'
import { goToScreen } from './setup.ts'

/** Returns once the new firm stands in 企业. */
export async function addFirm(page: Page, name: string): Promise<void> {
  await goToScreen(page, '企业')
  await page
    .getByRole('button', { name: /^新增企业/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /新增企业/ })
  await dialog.getByLabel('企业名称').fill(name)
  await dialog.getByRole('button', { name: /^(新增|保存|建立|建档)/ }).click()
  await expect(page.getByRole('row', { name, exact: true })).toBeVisible()
}

/** One of several PCs: the program with a profile of its own under `root`. */
export async function launchPc(root: string, name: string): Promise<RunningApp> {
  const userData = path.join(root, name)
  await mkdir(userData, { recursive: true })
  const { app, page } = await launchApp({ userData })
  await page.setViewportSize(SCREEN)
  return { app, page }
}

/** 同步: returns once this PC has a name and a 核对码 of its own. */
export async function namePc(page: Page, name: string): Promise<void> {
  await goToScreen(page, '同步')
  const field = page.getByRole('textbox', { name: '本机名称' })
  await field.fill(name)
  await field.press('Enter')
  await expect(page.getByRole('region', { name: '本机' })).toContainText(/(\d{5} ){5}\d{5}/)
}
