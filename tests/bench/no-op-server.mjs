// The least that a Node server can do with a request: what this machine allows at most.
import { createServer } from 'node:http'

const answer = JSON.stringify({ status_code: '201', padding: 'x'.repeat(850) })
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
