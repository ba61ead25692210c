"""Training on several GPUs of a computer, or on several computers, by `tf.distribute`.

What fits a network may import it. Start at `replicas.Replicas`; who is who among computers stands in `worker_role`.
"""
