// Runs on the browser's audio thread: brings the microphone to 16 kHz mono and posts 16-bit PCM in
// pieces of 100 ms, with the loudness of each. When told to stop it posts what is left, then null.

const RATE = 16000;
const PIECE = RATE / 10;
const CROSSINGS = 16;

class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.step = sampleRate / RATE;
    this.lowering = Math.min(1, 1 / this.step);
    this.reach = Math.ceil(CROSSINGS / this.lowering);
    this.history = new Float32Array(this.reach);
    this.place = this.reach;
    this.piece = [];
    this.open = true;
    this.port.onmessage = () => this.finish();
  }

  process(inputs) {
    const channels = inputs[0];
    if (this.open && channels.length > 0) this.take(this.mixed(channels));
    return this.open;
  }

  mixed(channels) {
    if (channels.length === 1) return channels[0];
    return channels[0].map((_, i) => channels.reduce((sum, channel) => sum + channel[i], 0) / channels.length);
  }

  take(samples) {
    const joined = new Float32Array(this.history.length + samples.length);
    joined.set(this.history);
    joined.set(samples, this.history.length);
    while (this.place + this.reach < joined.length) {
      this.push(this.interpolated(joined));
      this.place += this.step;
    }
    const drop = Math.max(0, Math.floor(this.place) - this.reach);
    this.history = joined.slice(drop);
    this.place -= drop;
  }

  // A Hann-windowed sinc around the wanted place; it also keeps out what 16 kHz cannot hold.
  interpolated(samples) {
    const centre = Math.floor(this.place);
    let sum = 0;
    for (let i = centre - this.reach + 1; i <= centre + this.reach && i < samples.length; i++) {
      if (i < 0) continue;
      const x = (i - this.place) * this.lowering;
      if (Math.abs(x) >= CROSSINGS) continue;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      sum += samples[i] * sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / CROSSINGS)) * this.lowering;
    }
    return sum;
  }

  push(sample) {
    this.piece.push(sample);
    if (this.piece.length === PIECE) this.post();
  }

  post() {
    const pcm = new Int16Array(this.piece.length);
    let square = 0;
    this.piece.forEach((sample, i) => {
      pcm[i] = Math.max(-32768, Math.min(32767, Math.round(sample * 32768)));
      square += sample * sample;
    });
    const loudness = Math.sqrt(square / Math.max(1, this.piece.length));
    this.piece = [];
    this.port.postMessage({ pcm: pcm.buffer, loudness }, [pcm.buffer]);
  }

  finish() {
    if (!this.open) return;
    this.open = false;
    this.take(new Float32Array(this.reach));
    if (this.piece.length > 0) this.post();
    this.port.postMessage(null);
  }
}

registerProcessor('capture', Capture);
