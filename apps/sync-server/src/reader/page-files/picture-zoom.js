/**
 * Runs in the browsers of readers: without it everything can be read, with it a picture opens in a dialog that zooms
 * and pans by wheel, pinch, drag, buttons and keys, and the page has a button that prints it.
 */
const print = document.querySelector('[data-print]')
if (print instanceof HTMLElement) {
  print.hidden = false
  print.addEventListener('click', () => window.print())
}

const STEP = 1.25
const MOST = 12
const PAN = 64

const template = document.getElementById('zoom')
if (template instanceof HTMLTemplateElement && typeof HTMLDialogElement === 'function') {
  document.body.append(template.content.cloneNode(true))
  const dialog = document.querySelector('dialog.zoom')
  for (const figure of document.querySelectorAll('[data-picture]')) {
    const link = figure.querySelector('a')
    const image = figure.querySelector('img')
    const open = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
      event.preventDefault()
      zoomView.show(image, figure.dataset.picture)
    }
    link.setAttribute('role', 'button')
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', open)
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') open(event)
    })
    // For fingers and mice; keys and screen readers have the link.
    image.addEventListener('click', open)
    image.style.cursor = 'zoom-in'
  }
  const zoomView = createZoom(dialog)
}

/** @param {HTMLDialogElement} dialog */
function createZoom(dialog) {
  const view = dialog.querySelector('.zoom-view')
  const image = view.querySelector('img')
  const title = dialog.querySelector('h2')
  let size = { width: 1, height: 1 }
  let scale = 1
  let left = 0
  let top = 0
  /** Fingers and mouse buttons that are down, by their id. */
  const down = new Map()

  const wholeScale = () => Math.min(view.clientWidth / size.width, view.clientHeight / size.height)
  const between = (value, least, most) => Math.min(Math.max(value, least), most)

  /** A picture that is smaller than the view stands in its middle; no edge of a larger one comes inside. */
  const place = (at, length, room) => (length <= room ? (room - length) / 2 : between(at, room - length, 0))

  function draw() {
    left = place(left, size.width * scale, view.clientWidth)
    top = place(top, size.height * scale, view.clientHeight)
    image.style.transform = `translate(${left}px, ${top}px)`
    // Its size rather than a scale: drawn anew it stays sharp.
    image.style.width = `${size.width * scale}px`
    image.style.height = `${size.height * scale}px`
  }

  /** Changes the size around a point of the view, its middle by default. */
  function zoom(factor, x = view.clientWidth / 2, y = view.clientHeight / 2) {
    const least = Math.min(wholeScale(), 1)
    const next = between(scale * factor, least, Math.max(MOST * least, 4))
    left = x - ((x - left) * next) / scale
    top = y - ((y - top) * next) / scale
    scale = next
    draw()
  }

  function pan(x, y) {
    left += x
    top += y
    draw()
  }

  function whole() {
    scale = wholeScale()
    draw()
  }

  const tools = { in: () => zoom(STEP), out: () => zoom(1 / STEP), whole, close: () => dialog.close() }
  for (const button of dialog.querySelectorAll('[data-zoom]'))
    button.addEventListener('click', tools[button.dataset.zoom])

  const keys = {
    '+': tools.in,
    '=': tools.in,
    '-': tools.out,
    0: whole,
    Home: whole,
    ArrowLeft: () => pan(PAN, 0),
    ArrowRight: () => pan(-PAN, 0),
    ArrowUp: () => pan(0, PAN),
    ArrowDown: () => pan(0, -PAN),
  }
  dialog.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })

  view.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const box = view.getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), event.clientX - box.left, event.clientY - box.top)
    },
    { passive: false },
  )

  /** Middle of all that is down, and how far they are from each other. */
  function grip() {
    const box = view.getBoundingClientRect()
    const [a, b = a] = [...down.values()]
    return {
      x: (a.x + b.x) / 2 - box.left,
      y: (a.y + b.y) / 2 - box.top,
      apart: Math.hypot(a.x - b.x, a.y - b.y),
    }
  }
  view.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || down.size === 2) return
    view.setPointerCapture(event.pointerId)
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  view.addEventListener('pointermove', (event) => {
    if (!down.has(event.pointerId)) return
    const before = grip()
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const now = grip()
    if (before.apart > 0 && now.apart > 0) zoom(now.apart / before.apart, now.x, now.y)
    pan(now.x - before.x, now.y - before.y)
  })
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
    view.addEventListener(end, (event) => down.delete(event.pointerId))
  view.addEventListener('dblclick', (event) => {
    const box = view.getBoundingClientRect()
    zoom(2, event.clientX - box.left, event.clientY - box.top)
  })
  window.addEventListener('resize', () => dialog.open && draw())
  dialog.addEventListener('close', () => {
    down.clear()
    image.removeAttribute('src')
  })

  return {
    /** @param {HTMLImageElement} shown @param {string} name */
    show(shown, name) {
      size = { width: Number(shown.getAttribute('width')) || 1, height: Number(shown.getAttribute('height')) || 1 }
      title.textContent = name
      image.alt = shown.alt
      // The one of light and dark that the page shows.
      image.src = shown.currentSrc || shown.src
      dialog.showModal()
      whole()
      view.focus()
    },
  }
}
