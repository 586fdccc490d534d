// The voice socket, the microphone and the loudspeaker. Tells its listener what happens; knows
// nothing of the page.

const AUDIO = { channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: true };
const MICROPHONE_KEPT_MS = 30000;

export class Voice {
  // conversation: its id; listener: event(json), loudness(0..1), speaking(boolean), lost(text)
  constructor(conversation, listener) {
    this.conversation = conversation;
    this.listener = listener;
    this.press = 0;
  }

  // The key is down. Sound begins as soon as the microphone and the socket are there.
  async start(machine) {
    const press = ++this.press;
    this.hush();
    this.context ??= new AudioContext();
    await this.context.resume();
    const [socket, microphone] = await Promise.all([this.connect(), this.microphone()]);
    if (press !== this.press) return;
    this.busy = true;
    socket.send(JSON.stringify({ type: 'start', ...(machine && { machine }) }));
    this.capture = this.record(socket, microphone);
  }

  // The key is up.
  async stop() {
    const capture = this.capture;
    this.capture = null;
    if (!capture) {
      this.press++;
      return false;
    }
    await capture();
    this.socket?.send(JSON.stringify({ type: 'stop' }));
    return true;
  }

  // Be silent, whatever is going on.
  cancel() {
    this.press++;
    this.capture?.();
    this.capture = null;
    this.hush();
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type: 'cancel' }));
  }

  connect() {
    if (this.socket?.readyState === WebSocket.OPEN) return this.socket;
    const url = new URL(`api/v1/voice?conversation=${this.conversation}`, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => typeof data === 'string' ? this.hear(JSON.parse(data)) : this.play(data);
    return new Promise((resolve, reject) => {
      socket.onopen = () => {
        this.socket = socket;
        resolve(socket);
      };
      socket.onclose = () => {
        reject(new Error('The node cannot be reached. Check that it runs, then try again.'));
        if (this.socket === socket) this.left();
      };
    });
  }

  left() {
    this.socket = null;
    this.capture?.();
    this.capture = null;
    if (!this.busy) return; // The node closes a connection that nobody uses; the next press opens one.
    this.busy = false;
    this.listener.lost('The connection to the node was lost. Hold the key to try again.');
  }

  async microphone() {
    clearTimeout(this.microphoneTimer);
    if (this.stream?.active) return this.stream;
    if (!navigator.mediaDevices) throw new Error('This page needs HTTPS to hear you. Type the question instead.');
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: AUDIO }).catch((error) => {
      throw new Error(error.name === 'NotAllowedError'
        ? 'The browser may not use the microphone. Allow it beside the address, or type the question.'
        : 'No microphone was found. Connect one, or type the question.');
    });
    await this.context.audioWorklet.addModule('capture-worklet.js');
    return this.stream;
  }

  // Returns what ends the recording; it resolves when the last sound was sent.
  record(socket, stream) {
    const source = this.context.createMediaStreamSource(stream);
    const node = new AudioWorkletNode(this.context, 'capture', { numberOfOutputs: 0 });
    const done = new Promise((resolve) => {
      node.port.onmessage = ({ data }) => {
        if (!data) return resolve();
        if (socket.readyState === WebSocket.OPEN) socket.send(data.pcm);
        this.listener.loudness(Math.min(1, data.loudness * 6));
      };
    });
    source.connect(node);
    return () => {
      node.port.postMessage('stop');
      this.microphoneTimer = setTimeout(() => this.closeMicrophone(), MICROPHONE_KEPT_MS);
      return done.finally(() => source.disconnect());
    };
  }

  closeMicrophone() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
  }

  hear(event) {
    if (event.type === 'listening') this.turn = event.turn;
    if (event.turn && event.turn !== this.turn) return;
    if (event.type === 'speaking') this.format = event;
    if (['finished', 'cancelled', 'error'].includes(event.type)) this.busy = false;
    this.listener.event(event);
  }

  play(data) {
    if (!this.format) return;
    const pcm = new Int16Array(data);
    const { channels, sample_rate_hz: rate } = this.format;
    const buffer = this.context.createBuffer(channels, pcm.length / channels, rate);
    for (let channel = 0; channel < channels; channel++) {
      const out = buffer.getChannelData(channel);
      for (let i = 0; i < out.length; i++) out[i] = pcm[i * channels + channel] / 32768;
    }
    this.schedule(buffer);
  }

  schedule(buffer) {
    const node = this.context.createBufferSource();
    node.buffer = buffer;
    node.connect(this.context.destination);
    this.until = Math.max(this.until ?? 0, this.context.currentTime + 0.03);
    node.start(this.until);
    this.until += buffer.duration;
    this.playing ??= new Set();
    this.playing.add(node);
    this.listener.speaking(true);
    node.onended = () => {
      this.playing.delete(node);
      if (this.playing.size === 0) this.listener.speaking(false);
    };
  }

  hush() {
    this.playing?.forEach((node) => { node.onended = null; node.stop(); });
    this.playing?.clear();
    this.until = 0;
    this.format = null;
    this.listener.speaking(false);
  }
}
