// The floor for start-up: the smallest Electron app that shows a sandboxed window with a word in it. With --stay it shows whatever it is told to.
import { app, BrowserWindow, session } from 'electron'

app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.whenReady().then(() => {
  session.defaultSession.setSpellCheckerLanguages([])
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => {
    window.show()
    if (!process.argv.includes('--stay')) process.stdout.write('ready\n', () => app.quit())
  })
  return window.loadURL('data:text/html,<p>ready')
}).catch((error) => {
  process.stderr.write(`${error}\n`)
  app.exit(1)
})
