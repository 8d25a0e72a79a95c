package meritkit
