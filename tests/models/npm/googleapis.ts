import { google, type calendar_v3 } from "googleapis";

const oauth = new google.auth.OAuth2("id", "secret", "https://example.com/callback");
const drive = google.drive({ version: "v3", auth: oauth });

export function login(): string {
  return oauth.generateAuthUrl({ scope: ["openid"] });
}

export async function callback(code: string): Promise<void> {
  const { tokens } = await oauth.getToken(code); // effect: wait http
  oauth.setCredentials(tokens);
}

export async function files(): Promise<number> {
  const { data } = await drive.files.list({ pageSize: 10 }); // effect: wait http
  const gmail = google.gmail("v1");
  await gmail.users.messages.attachments.get({ userId: "me", id: "1", messageId: "2" }); // effect: wait http
  return data.files?.length ?? 0;
}

export async function invite(calendar: calendar_v3.Calendar): Promise<void> {
  await calendar.events.insert({ calendarId: "primary", requestBody: { summary: "Meeting" } }); // effect: wait http
}

export async function service(): Promise<void> {
  const auth = new google.auth.GoogleAuth({ scopes: ["https://www.googleapis.com/auth/spreadsheets"] });
  const sheets = google.sheets({ version: "v4", auth });
  await sheets.spreadsheets.values.append({ spreadsheetId: "s", range: "A1" }); // effect: wait http
}
