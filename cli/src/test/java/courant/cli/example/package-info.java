/// The example fleet that the product ships, and the program that makes its file.
@org.jspecify.annotations.NullMarked
package courant.cli.example;
