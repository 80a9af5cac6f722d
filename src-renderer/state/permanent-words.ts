/** Stands on every screen (DESIGN.md 9). */
export const CONFIDENTIALITY = '非涉密软件，严禁存储、处理涉密信息'
