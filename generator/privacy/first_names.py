"""First names that are common in the United Kingdom, to tell people from places and bodies.

From the lists of the Office for National Statistics for babies born from 1944 on, with older names
and those of communities that these leave out. Names that are more often a month or a place, such as
April and Lincoln, are not here.
"""

from __future__ import annotations

_NAMES = """
Aaron Abbie Abdul Abena Abigail Ada Adam Adebayo Adrian Adwoa Agnes Agnieszka Ahmed Aimee Aisha
Alan Alasdair Albert Alex Alexander Alexandra Ali Alice Alison Allan Amanda Amber Amelia Amina
Amir Amit Amy Andrea Andrew Andrzej Andy Angela Angus Anil Anita Anjali Ann Anna Anne Annette
Annie Anthony Antony Aoife Arjun Arthur Ashleigh Asif Audrey Ayesha Balbir Barbara Barry Beatrice
Ben Benjamin Bernard Beryl Beth Bethan Bethany Betty Bilal Bill Billy Bob Brandon Brenda Brendan
Brett Brian Bruce Callum Cameron Carl Carlos Carly Carol Carole Caroline Carolyn Carys Catherine
Cathy Cecil Charlene Charles Charlie Charlotte Cheryl Chidi Chioma Chloe Chris Christian Christine
Christopher Ciaran Claire Clare Clive Colin Connor Conor Craig Cyril Damian Damien Dan Daniel
Danielle Danny Darren Dave David Davinder Dawn Dean Deborah Debra Declan Deepa Denis Denise Dennis
Derek Diana Diane Dinesh Dominic Donald Donna Doreen Doris Dorothy Douglas Duncan Dylan Edith Edna
Edward Eileen Eilidh Elaine Eleanor Elena Elizabeth Ellen Ellie Elsie Emeka Emily Emma Eoin Eric
Ernest Esther Ethel Euan Ewa Ewan Farah Farida Fatima Femi Ffion Fiona Florence Frances Francesca
Francois Frank Frederick Funmi Gail Gareth Garry Gary Gavin Geeta Gemma Geoffrey George Georgina
Gerald Geraldine Gerard Gethin Gillian Giovanni Giulia Gladys Gordon Grace Graeme Graham Gregory
Grzegorz Gurpreet Guy Hamish Hannah Harold Harpreet Harriet Harry Hassan Hayley Hazel Heather
Helen Henry Herbert Hilary Hilda Hollie Holly Howard Hugh Hussain Iain Ian Ibrahim Ifeoma Imran
Ines Irene Isla Ivan Ivy Jack Jacob Jacqueline Jake Jakub James Jamie Jane Janet Janice Jasmine
Jason Jaspreet Jaswinder Javed Jay Jayne Jean Jeffrey Jemma Jenna Jennifer Jenny Jeremy Jessica
Jill Jim Jo Joan Joanna Joanne Joao Jodie Joe Joel John Jonathan Jose Joseph Josephine Joshua
Joyce Judith Judy Julia Julian Julie Justin Karen Karl Katarzyna Kate Katherine Kathleen Kathryn
Kathy Katie Katy Kavita Kayleigh Keith Kelly Kenneth Kevin Khadija Khalid Kieran Kim Kimberley
Kirsty Kofi Krzysztof Kuldeep Kwame Kyle Lakshmi Laura Lauren Leah Leanne Lee Lena Leon Leonard
Lesley Leslie Lewis Liam Lilian Linda Lindsey Lisa Liz Lorraine Louis Louise Lucy Luis Luke Lydia
Lynda Lynn Lynne Mabel Magdalena Maggie Mahmood Mairi Malcolm Malgorzata Mandy Manjit Marc Marcus
Margaret Maria Marian Marie Marilyn Marjorie Mark Marta Martin Martyn Mary Maryam Mathew Matt
Matthew Maureen Maurice Mavis Meena Megan Melanie Michael Michelle Mike Mitchell Mohamed Mohammad
Mohammed Mohinder Molly Monika Morag Muhammad Mukesh Muriel Nadia Nancy Naomi Nasir Nasreen
Natalie Natasha Nathan Neha Neil Nellie Ngozi Niamh Nicholas Nick Nicola Nicole Nigel Nisha Nora
Norma Norman Olga Olive Oliver Olivia Oluwaseun Omar Owen Paige Pam Pamela Parveen Pat Patricia
Patrick Paul Paula Pauline Pawel Pearl Peggy Penny Pete Peter Phil Philip Phillip Phyllis Pierre
Piotr Pooja Priya Rachael Rachel Rafiq Rahul Rajesh Ralph Ramesh Ranjit Rashid Ravi Raymond
Rebecca Reece Reginald Rekha Rhian Rhys Richard Ricky Rita Rob Robert Robin Roger Rohan Ronald
Rosemary Rosie Ross Roy Ruby Rukhsana Rupert Russell Ruth Ryan Saima Sally Salma Sam Samantha
Samina Samuel Sana Sandra Sanjay Sara Sarah Scott Sean Shabana Shane Sharon Shaun Shazia Sheila
Shirley Sian Simon Sinead Siobhan Sofia Sophie Stanislaw Stanley Stella Stephanie Stephen Steve
Steven Stewart Stuart Sue Sukhdev Sunil Sunita Suresh Surinder Susan Suzanne Svetlana Sylvia
Tahira Tariq Terence Teresa Terry Theresa Thomas Tim Timothy Tina Toby Tom Tomasz Tony Tracey
Trevor Tunde Usha Valerie Vanessa Vera Veronica Victor Victoria Vijay Vikram Vincent Vivien Walter
Wayne Wendy Wilfred William Winifred Yaw Ying Yusuf Yvonne Zainab Zara Zoe Zofia
"""
FIRST_NAMES = frozenset(_NAMES.split())
