// Receives webhooks: node receiver.mjs PORT SECRET. Prints the type of each message whose signature is right.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const [port, secret] = process.argv.slice(2);
const webhook = new Webhook(secret);

createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  try {
    const { type, timestamp } = webhook.verify(body, request.headers);
    console.log(`${timestamp} ${type}`);
    response.writeHead(204).end();
  } catch {
    // A wrong signature: somebody else is knocking.
    response.writeHead(401).end();
  }
}).listen(Number(port), '127.0.0.1');
