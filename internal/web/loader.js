// Unpacks the page's script, which stands above as base64 of gzip, and runs it. The policy of this document knows both by their hashes.
try {
  const packed = Uint8Array.from(atob(document.getElementById('script').textContent), (c) => c.charCodeAt(0))
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const script = document.createElement('script')
  script.type = 'module'
  script.textContent = await new Response(unpacked).text()
  document.body.append(script)
} catch (error) {
  document.body.append('This page could not be unpacked (' + error + '). It needs a browser of 2023 or later.')
}
