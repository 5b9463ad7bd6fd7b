"""The only door to the network; consent is an argument."""
