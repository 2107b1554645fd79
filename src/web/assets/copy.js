// Puts a button beside each line that can be copied. Without a script the line is marked by hand.
for (const line of document.querySelectorAll('.embed-box pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Copy';
  const place = line.closest('div')?.querySelector('dt')?.textContent ?? '';
  button.setAttribute('aria-label', `Copy the line for: ${place}`);
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.textContent.trim());
      told.textContent = 'Copied.';
    } catch {
      // Not every browser lets a page write there: the line is marked, and the reader copies it.
      getSelection()?.selectAllChildren(line);
      told.textContent = 'Marked: copy it with your keyboard.';
    }
  });
  line.after(button, told);
}
